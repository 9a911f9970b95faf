"""A request of the SPARQL 1.1 Protocol as a question: its query, its dataset, the format that is wanted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import parse_qsl

from starlette.requests import ClientDisconnect, Request

from samspil.server.sparql.formats import GRAPHS, NAMES, ROWS, Wanted, wanted
from samspil.server.sparql.refusals import Refusal
from samspil.settings import Limits

__all__ = ["Question", "read_question", "unacceptable"]

_FORM: Final = "application/x-www-form-urlencoded"
_QUERY: Final = "application/sparql-query"
_UPDATE: Final = "application/sparql-update"
_FIELDS: Final = 200
_MORE: Final = 16 * 1024  # bytes of a request besides its query

_TWICE: Final = "Only one query is answered at a time: “%(name)s” stands more than once."
_NO_UPDATE: Final = "Only queries are answered, no updates: the register is changed in its files."


@dataclass(frozen=True)
class Question:
    """A query as it was sent, the dataset that the protocol gives it, and the formats that are wanted."""

    query: str
    default_graphs: tuple[str, ...]
    named_graphs: tuple[str, ...]
    wanted: Wanted


async def read_question(request: Request, limits: Limits) -> Question | None:
    """Return the question of a request, None for GET without one (Service Description, 2). Raises Refusal."""
    if len(request.scope["query_string"]) > 3 * limits.query_bytes + _MORE:
        raise Refusal(414, "The request is too long.")
    fields = _fields(request.scope["query_string"])
    if request.method == "POST":
        fields, query = await _posted(request, fields, limits)
    else:
        query = _one(fields, "query")
        if query is None and not _all(fields, "update"):
            return None
    if query is None:
        raise Refusal(403, _NO_UPDATE) if _all(fields, "update") else Refusal(400, "No query was sent.")
    if len(query.encode()) > limits.query_bytes:
        status = 413 if request.method == "POST" else 414
        raise Refusal(
            status,
            "The query is longer than %(most)d bytes, which is the most.",
            {"most": limits.query_bytes},
        )
    graphs = (_graphs(fields, "default-graph-uri"), _graphs(fields, "named-graph-uri"))
    return Question(query, *graphs, _wanted(request, fields))


async def _posted(
    request: Request, fields: list[tuple[str, str]], limits: Limits
) -> tuple[list[tuple[str, str]], str | None]:
    """Return the fields and the query of POST with a form (2.1.2) or with a query (2.1.3). Raises Refusal."""
    media, _, parameters = request.headers.get("content-type", "").partition(";")
    media, charset = media.strip().lower(), parameters.lower().replace('"', "").replace(" ", "")
    if media == _UPDATE:
        raise Refusal(403, _NO_UPDATE)
    if media not in (_FORM, _QUERY) or ("charset=" in charset and "charset=utf-8" not in charset):
        text = "A query is sent as application/sparql-query or as a form, not as “%(type)s”."
        raise Refusal(
            415,
            text,
            {"type": request.headers.get("content-type", "")},
            {"Accept-Post": f"{_QUERY}, {_FORM}"},
        )
    body = await _body(request, limits)
    if media == _QUERY:
        if _all(fields, "query"):
            raise Refusal(400, _TWICE, {"name": "query"})
        return fields, _text(body)
    fields = fields + _fields(body)
    return fields, _one(fields, "query")


async def _body(request: Request, limits: Limits) -> bytes:
    """Return the body of a request. Raises Refusal for one that is too long."""
    most, pieces, size = 3 * limits.query_bytes + _MORE, [], 0
    more = True
    while more:
        message = await request.receive()
        if message["type"] == "http.disconnect":
            raise ClientDisconnect
        more = message.get("more_body", False)
        pieces.append(message.get("body", b""))
        size += len(pieces[-1])
        if size > most:
            text = "The query is longer than %(most)d bytes, which is the most."
            raise Refusal(413, text, {"most": limits.query_bytes}, {"Connection": "close"})
    return b"".join(pieces)


def _fields(text: bytes) -> list[tuple[str, str]]:
    """Return the fields of a form. Raises Refusal."""
    if not text:
        return []
    try:
        return parse_qsl(
            text.decode("utf-8"), keep_blank_values=True, errors="strict", max_num_fields=_FIELDS
        )
    except UnicodeDecodeError as error:
        raise Refusal(400, "The request is not UTF-8.") from error
    except ValueError as error:
        raise Refusal(400, "The request is not a form.") from error


def _text(body: bytes) -> str:
    """Return a query that was sent as it is. Raises Refusal."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise Refusal(400, "The request is not UTF-8.") from error


def _all(fields: Sequence[tuple[str, str]], name: str) -> list[str]:
    """Return every value of a field."""
    return [value for key, value in fields if key == name]


def _one(fields: Sequence[tuple[str, str]], name: str) -> str | None:
    """Return the value of a field, None without it. Raises Refusal for two of them, and beside an update."""
    values = _all(fields, name)
    if len(values) > 1:
        raise Refusal(400, _TWICE, {"name": name})
    if values and _all(fields, "update"):
        raise Refusal(403, _NO_UPDATE)
    return values[0] if values else None


def _graphs(fields: Sequence[tuple[str, str]], name: str) -> tuple[str, ...]:
    """Return the graphs of a dataset. Raises Refusal for what is no IRI."""
    graphs = tuple(_all(fields, name))
    for iri in graphs:
        if ":" not in iri or any(sign in iri for sign in '<>"{}|^`\\ ') or not iri.isprintable():
            raise Refusal(400, "“%(iri)s” is not a whole IRI.", {"iri": iri})
    return graphs


def _wanted(request: Request, fields: Sequence[tuple[str, str]]) -> Wanted:
    """Return the formats that are wanted. Raises Refusal."""
    name = _one(fields, "format")
    found = wanted(request.headers.get("accept", ""), name or None)
    if found is None:
        text = "There is no format “%(name)s”. There are: %(names)s."
        raise Refusal(400, text, {"name": name, "names": ", ".join(NAMES)})
    if not found.accept:
        raise unacceptable()
    return found


def unacceptable() -> Refusal:
    """Return the refusal of an answer that cannot be written as the client wants it (RFC 9110, 15.5.7)."""
    text = "The answer cannot be written in what is asked for. Ask for one of: %(names)s."
    names = ", ".join(dict.fromkeys([*ROWS.values(), *GRAPHS.values()]))
    return Refusal(406, text, {"names": names})
