"""One request to a SPARQL server and its reply: whole, in time, and from the server that was named.

A reply that is cut short, too large, late or from elsewhere is an error. Credentials are attached here, as
headers, and go to the endpoint's own host alone. What is safe to repeat is repeated a few times within the
same deadline, when the server was busy or the line broke.
"""

import html
import http.client
import random
import re
import socket
import ssl
import time
import urllib.request
import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import Final, cast
from urllib.error import URLError
from urllib.parse import urljoin

from samspil.errors import AnswerTooLarge, Moved, TimedOut, TruncatedAnswer, Unreachable
from samspil.store.endpoint import Endpoint
from samspil.store.transport import Deadline, TimedRequest, TimedResponse, opener

__all__ = ["AGENT", "MOST_BYTES", "Client", "Reply"]

MOST_BYTES: Final = 1 << 30  # of a reply, unpacked: what an office machine can hold
AGENT: Final = "samspil"

_BLOCK: Final = 1 << 18
_GZIP: Final = 31  # zlib's name for the format gzip
_PAUSES: Final = (0.2, 0.8)  # seconds before a second and a third try
_BUSY: Final = (429, 502, 503)  # what passes
_TOO_LATE: Final = (408, 504)

# How engines say that their own time ran out: RDF4J and GraphDB, Fuseki, Neptune; Virtuoso (SR171, and the
# estimate that it makes before it begins).
_GAVE_UP: Final = re.compile(
    r"time[ds]?[ -]?out|time ?limit|SR171|S1T00|estimated execution time|too long|exceeded .{0,30}\btime",
    re.IGNORECASE,
)

_BROKEN: Final = "the line broke"
_CLOSED: Final = "nothing listens there"

# Kind of failure to what is told of it, the particular before the general.
_REASONS: Final[dict[type[BaseException], str]] = {
    socket.gaierror: "there is no such host",
    ConnectionRefusedError: _CLOSED,
    ConnectionError: _BROKEN,  # http.client's RemoteDisconnected too
    ssl.SSLCertVerificationError: "its certificate is not trusted",
    ssl.SSLError: "it does not speak HTTPS",
    http.client.HTTPException: "what answers is no HTTP server",
}

_TAGS: Final = re.compile(r"<(script|style)\b.*?</\1>|<[^>]*>", re.DOTALL | re.IGNORECASE)


@dataclass(frozen=True)
class Reply:
    """What a server answered, a failure too; `seconds` is how long it took.

    `trailers` came after the body. `whole` is False where nothing said how long the body would be, so that one
    cut short would look the same.
    """

    status: int
    headers: Message
    body: bytes
    trailers: Mapping[str, str]
    whole: bool
    seconds: float

    @property
    def media_type(self) -> str:
        """The media type in lower case without its parameters; empty when the server names none."""
        return str(self.headers.get("Content-Type") or "").partition(";")[0].strip().lower()

    @property
    def first_line(self) -> str:
        """The first line of the body that is not blank, without the tags of a page, of at most 300 characters."""
        text = self.body[:5000].decode("utf-8", "replace")
        if "html" in self.media_type:
            text = html.unescape(_TAGS.sub("\n", text))
        lines = ("".join(each for each in line if each.isprintable()) for line in text.splitlines())
        return next((line.strip()[:300] for line in lines if line.strip()), "–")

    @property
    def gave_up(self) -> bool:
        """Whether the server stopped because its own time ran out, which no second try helps."""
        return self.status in _TOO_LATE or (self.status >= 400 and bool(_GAVE_UP.search(self.first_line)))


class Client:
    """Speaks with one endpoint; threads may share it."""

    def __init__(self, endpoint: Endpoint) -> None:
        """Take the endpoint; nothing is sent yet."""
        self.endpoint = endpoint
        self._opener = opener(endpoint)

    def exchange(self, request: urllib.request.Request, most_bytes: int = MOST_BYTES) -> Reply:
        """Send a request once and return the reply, whatever its status; a redirect is an error.

        Raises Unreachable, TimedOut, TruncatedAnswer, AnswerTooLarge, Moved.
        """
        return self._exchange(request, Deadline(self.endpoint.timeout), most_bytes)

    def exchange_repeatable(self, request: urllib.request.Request, most_bytes: int = MOST_BYTES) -> Reply:
        """Send a request that does no harm when it is carried out twice: again if the server is busy or gone.

        All tries end by one deadline; a server that says when to come back is obeyed. Raises as `exchange` does.
        """
        deadline = Deadline(self.endpoint.timeout)
        for pause in _PAUSES:
            wait = pause * random.uniform(0.5, 1.5)  # noqa: S311  # spreads the tries of many; no secret
            try:
                reply = self._exchange(request, deadline, most_bytes)
            except Unreachable as error:
                if error.reason not in (_BROKEN, _CLOSED) or wait >= deadline.left:
                    raise
            else:
                wait = _retry_after(reply, wait)
                if reply.status not in _BUSY or reply.gave_up or wait >= deadline.left:
                    return reply
            time.sleep(wait)
        return self._exchange(request, deadline, most_bytes)

    def _exchange(self, request: urllib.request.Request, deadline: Deadline, most_bytes: int) -> Reply:
        """Send a request by a deadline."""
        prepared = self._prepared(request, deadline)
        with _failures(self.endpoint), self._opener.open(prepared) as response:
            reply = _read(cast("TimedResponse", response), deadline, most_bytes, self.endpoint.where)
        location = reply.headers.get("Location")
        if 300 <= reply.status < 400 and location:
            raise Moved(self.endpoint.where, Endpoint(urljoin(request.full_url, location)).where)
        return reply

    def _prepared(self, request: urllib.request.Request, deadline: Deadline) -> TimedRequest:
        """Return the request with the headers that all have. Raises ValueError for one to another host."""
        endpoint, made = self.endpoint, TimedRequest(request, deadline)
        if Endpoint(request.full_url).origin != endpoint.origin:
            raise ValueError(f"{request.full_url} is not on the host of {endpoint.where}")
        made.add_header("User-Agent", AGENT)
        if not endpoint.is_local:
            made.add_header("Accept-Encoding", "gzip")
        if endpoint.credentials and endpoint.credentials.token:
            made.add_unredirected_header("Authorization", f"Bearer {endpoint.credentials.token}")
        return made


@contextmanager
def _failures(endpoint: Endpoint) -> Iterator[None]:
    """Turn what urllib raises into our errors."""
    try:
        yield
    except TimeoutError as error:
        raise TimedOut(endpoint.where, endpoint.timeout) from error
    except URLError as error:
        if isinstance(error.reason, TimeoutError):
            raise TimedOut(endpoint.where, endpoint.timeout) from error
        raise Unreachable(endpoint.where, _reason(error.reason)) from error
    except (OSError, http.client.HTTPException) as error:
        raise Unreachable(endpoint.where, _reason(error)) from error


def _reason(error: BaseException | str) -> str:
    """Return why there was no exchange, in words that can be told."""
    known = (words for kind, words in _REASONS.items() if isinstance(error, kind))
    return next(known, None) or getattr(error, "strerror", None) or str(error)


def _read(response: TimedResponse, deadline: Deadline, most: int, where: str) -> Reply:
    """Return a reply with its body, unpacked. Raises TruncatedAnswer, AnswerTooLarge, TimeoutError."""
    blocks, size = [], 0
    whole = response.chunked or response.length is not None
    for block in _blocks(response, where):
        blocks.append(block)
        size += len(block)
        if size > most:
            raise AnswerTooLarge(where, most)
    body = b"".join(blocks)
    if "gzip" in (response.headers.get("Content-Encoding") or "").lower():
        body = _unpacked(body, most, where)
    return Reply(response.status, response.headers, body, response.trailers, bool(whole), deadline.spent)


def _blocks(response: TimedResponse, where: str) -> Iterator[bytes]:
    """Yield the body as it comes. Raises TruncatedAnswer when it ends before its end, TimeoutError."""
    try:
        while block := response.read(_BLOCK):
            yield block
    except TimeoutError:
        raise
    except (OSError, http.client.HTTPException) as error:
        raise TruncatedAnswer(where, "the line closed too early") from error
    if response.length:  # what http.client still waits for by Content-Length; it says nothing itself
        raise TruncatedAnswer(where, "the line closed too early")


def _unpacked(body: bytes, most: int, where: str) -> bytes:
    """Return a body that was sent as gzip, with a limit to what it may grow to."""
    machine = zlib.decompressobj(_GZIP)
    try:
        unpacked = machine.decompress(body, most + 1)
    except zlib.error as error:
        raise TruncatedAnswer(where, "it cannot be unpacked") from error
    if len(unpacked) > most:
        raise AnswerTooLarge(where, most)
    if body and (not machine.eof or machine.unused_data):
        raise TruncatedAnswer(where, "it cannot be unpacked")
    return unpacked


def _retry_after(reply: Reply, otherwise: float) -> float:
    """Return the seconds after which a server wants to be asked again (RFC 9110, 10.2.3): a number or a moment."""
    told = (reply.headers.get("Retry-After") or "").strip()
    if told.isascii() and told.isdigit():
        return float(told)
    try:
        moment = parsedate_to_datetime(told)
    except ValueError:
        return otherwise
    return max(0.0, (moment.replace(tzinfo=moment.tzinfo or UTC) - datetime.now(UTC)).total_seconds())
