"""A question looked at, asked, and its answer given on: whole when it is short, else as it comes."""

from __future__ import annotations

import asyncio
import tempfile
from collections.abc import AsyncIterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass
from functools import cache
from typing import Final

from samspil.errors import QuerySyntaxError
from samspil.namespaces import BASE, PREFIXES
from samspil.server.engine import Answer, Asked
from samspil.server.sparql.asking import Question, unacceptable
from samspil.server.sparql.cuts import FORMS, Cut, Form, TooLarge
from samspil.server.sparql.refusals import Refusal
from samspil.settings import Limits
from samspil.store.guard import check_query
from samspil.syntax import readable

__all__ = ["Given", "given", "look", "prepared"]

_AT_ONCE: Final = 4096  # characters up to which a query is looked at between two other requests
_KEPT: Final = 1024 * 1024  # bytes of an answer that are kept in memory before it goes to a file
_PIECE: Final = 256 * 1024
_SLICE: Final = 64 * 1024  # bytes of an answer that are looked at at once
_BASE: Final = f"BASE <{BASE}> "
_OURS: Final = {f"{name}:": f"PREFIX {name}: <{iri}> " for name, iri in PREFIXES.items()}
_UPDATES: Final = frozenset(
    {"INSERT", "DELETE", "LOAD", "CLEAR", "DROP", "CREATE", "ADD", "MOVE", "COPY", "WITH"}
)


@dataclass
class Given:
    """An answer to send: its media type, how long it is where that is known, its bytes, whether it was cut off."""

    media_type: str
    pieces: AsyncIterator[bytes] | None
    whole: bytes = b""
    length: int | None = None
    rows: int | None = None


async def look(question: Question) -> None:
    """Refuse what no engine should see. Raises QuerySyntaxError, ServiceRefused."""
    if len(question.query) <= _AT_ONCE:
        check_query(question.query)
    else:
        await asyncio.get_running_loop().run_in_executor(_reader(), check_query, question.query)


def prepared(question: Question) -> Asked:
    """Return what the engine is asked: our prefixes need no declaration, and names are relative to our own.

    All of it is in front of the first line, so that the lines of the query are those of the client.
    """
    # One too many does no harm: what the query declares itself goes before it.
    prologue = _BASE + "".join(text for name, text in _OURS.items() if name in question.query)
    query = (prologue + question.query).encode()
    return Asked(query, question.wanted.accept, question.default_graphs, question.named_graphs)


async def given(question: Question, answer: Answer, limits: Limits) -> Given:
    """Return the answer as it is sent. Raises Refusal, and what reading it raises."""
    if answer.status != 200:
        raise await _mistaken(question, answer)
    media_type = question.wanted.named(answer.media_type)
    if answer.whole and len(answer.first) <= min(limits.rows, limits.answer_bytes):
        return Given(media_type, None, answer.first, len(answer.first))  # it has a byte for each row at least
    form = FORMS[answer.media_type.partition(";")[0]]
    cut = Cut(form, limits.rows, limits.answer_bytes)
    try:
        return await _cut(media_type, answer, form, cut)
    except TooLarge as error:
        text = "The answer has a single row that is larger than the %(most)d bytes that an answer may be."
        raise Refusal(500, text, {"most": limits.answer_bytes}) from error


async def _cut(media_type: str, answer: Answer, form: Form, cut: Cut) -> Given:
    """Return an answer that may be cut off. Raises TooLarge, and what reading it raises."""
    begin = cut.feed(answer.first)
    if answer.whole and not cut.cut:
        begin += cut.finish()
    if answer.whole or cut.cut:
        return Given(media_type, None, begin, len(begin), cut.rows if cut.cut else None)
    if form.tells and begin:
        return Given(media_type, _rest(begin, answer, cut))
    return await _kept(media_type, _rest(begin, answer, cut), cut)


async def _rest(begin: bytes, answer: Answer, cut: Cut) -> AsyncIterator[bytes]:
    """Yield an answer from its beginning to its end or where it is cut off."""
    yield begin
    async for piece in _slices(answer):
        yield cut.feed(piece)
        if cut.cut:
            return
    yield cut.finish()


async def _slices(answer: Answer) -> AsyncIterator[bytes]:
    """Yield what is left of an answer a little at a time: to count its triples takes long, and others go on between."""
    while data := await answer.read():
        for at in range(0, len(data), _SLICE):
            yield data[at : at + _SLICE]
            await asyncio.sleep(0)


async def _kept(media_type: str, pieces: AsyncIterator[bytes], cut: Cut) -> Given:
    """Return an answer after the whole of it has come: only then is it known whether it was cut off."""
    with ExitStack() as stack:
        kept = stack.enter_context(tempfile.SpooledTemporaryFile(max_size=_KEPT))
        async for piece in pieces:
            kept.write(piece)
        length = kept.tell()
        kept.seek(0)
        open_still = stack.pop_all()

    async def again() -> AsyncIterator[bytes]:
        with open_still:
            while piece := kept.read(_PIECE):
                yield piece

    return Given(media_type, again(), b"", length, cut.rows if cut.cut else None)


async def _mistaken(question: Question, answer: Answer) -> Refusal:
    """Return the refusal for what the engine says about a query."""
    if answer.status == 406:
        return unacceptable()
    said = answer.first.decode(errors="replace")
    error = await asyncio.get_running_loop().run_in_executor(_reader(), _read_again, question.query, said)
    if error is None:
        return Refusal(400, "Only queries are answered, no updates: the register is changed in its files.")
    return Refusal(400, error=error)


def _read_again(query: str, said: str) -> QuerySyntaxError | None:
    """Return what is wrong with a query, None for an update."""
    from samspil.syntax.tokens import tokens

    words = tokens(query)
    first = next((word.keyword for word in words if word.keyword in _UPDATES | _FORMS), None)
    return None if first in _UPDATES else readable(query, said)


_FORMS: Final = frozenset({"SELECT", "ASK", "CONSTRUCT", "DESCRIBE"})


@cache
def _reader() -> ThreadPoolExecutor:
    """Return the one thread in which long queries are read, so that they cannot take all of the time."""
    return ThreadPoolExecutor(1, "query")
