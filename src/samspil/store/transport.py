"""HTTP by urllib with an opener of our own, in which one deadline covers everything.

urllib's process-wide opener is neither used nor changed. Its timeout is for each wait on a socket, so that a
server which sends a byte now and then is waited for without end; here every wait gets what is left of the
deadline. No redirect is followed, no other scheme than HTTP is opened, and every status comes back as a reply.
"""

import base64
import http.client
import io
import socket
import ssl
import time
import urllib.request
from email.message import Message
from functools import partial
from typing import IO, Any, Final, cast
from urllib.error import URLError
from urllib.request import parse_http_list, parse_keqv_list

from samspil.store.endpoint import Credentials, Endpoint

__all__ = ["Deadline", "TimedRequest", "TimedResponse", "opener"]

_BLOCK: Final = 1 << 16  # bytes sent between two looks at the clock


class Deadline:
    """A moment after which nobody waits any more."""

    def __init__(self, seconds: float) -> None:
        """Set the deadline, in seconds from now."""
        self._started = time.monotonic()
        self._end = self._started + seconds

    @property
    def spent(self) -> float:
        """The seconds since the deadline was set."""
        return time.monotonic() - self._started

    @property
    def left(self) -> float:
        """The seconds that are left; below zero when the moment has passed."""
        return self._end - time.monotonic()

    @property
    def remaining(self) -> float:
        """The seconds that are left, as a socket takes them: more than zero. Raises TimeoutError when none are."""
        if (left := self.left) <= 0:
            raise TimeoutError
        return left


class TimedRequest(urllib.request.Request):
    """A request that knows its deadline, and whether it has answered what the server asked for."""

    def __init__(self, request: urllib.request.Request, deadline: Deadline) -> None:
        """Copy a request; the headers of urllib's own are kept out of redirects, and so are ours."""
        super().__init__(
            request.full_url, request.data, dict(request.header_items()), method=request.get_method()
        )
        self.deadline = deadline
        self.has_answered = False


class _TimedReader(io.RawIOBase):
    """What comes in by a socket, every wait for which ends by the deadline."""

    def __init__(self, line: socket.socket, deadline: Deadline) -> None:
        self._line, self._deadline = line, deadline
        self._inner = line.makefile("rb", buffering=0)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        self._line.settimeout(self._deadline.remaining)
        return self._inner.readinto(buffer)

    def close(self) -> None:
        self._inner.close()
        super().close()


class _Reader(io.BufferedReader):
    """Remembers the lines that were read as lines: the headers, the sizes of chunks, the trailers."""

    def __init__(self, raw: io.RawIOBase) -> None:
        super().__init__(raw)
        self.lines: list[bytes] = []

    def readline(self, size: int | None = -1, /) -> bytes:
        line = super().readline(size)
        self.lines.append(line)
        return line


class _TimedLine:
    """A connected socket as http.client uses it, every wait on which ends by the deadline."""

    def __init__(self, line: socket.socket, deadline: Deadline) -> None:
        self._line, self._deadline = line, deadline

    def makefile(self, mode: str) -> _Reader:
        """Return the incoming half; http.client asks for no other."""
        return _Reader(_TimedReader(self._line, self._deadline))

    def sendall(self, data: bytes) -> None:
        """Send bytes. A server may answer and close before it has read all: what it says is read then."""
        view = memoryview(data)
        try:
            for start in range(0, len(view), _BLOCK):
                self._line.settimeout(self._deadline.remaining)
                self._line.sendall(view[start : start + _BLOCK])
        except (BrokenPipeError, ConnectionResetError):
            return

    def close(self) -> None:
        """Close the line."""
        self._line.close()


class TimedResponse(http.client.HTTPResponse):
    """A response whose trailers can be read (RFC 9110, 6.5); http.client throws them away."""

    def begin(self) -> None:
        """Read the status and the headers."""
        self._reader = cast("_Reader", self.fp)
        super().begin()
        self._reader.lines.clear()

    @property
    def trailers(self) -> dict[str, str]:
        """Name in lower case to value of what followed the last chunk; empty until the body is read."""
        pairs = (line.decode("latin-1").partition(":") for line in self._reader.lines if b":" in line)
        return {name.strip().lower(): value.strip() for name, _, value in pairs}


class _Connection(http.client.HTTPConnection):
    """A connection that keeps a deadline."""

    response_class = TimedResponse

    def __init__(self, host: str, *, deadline: Deadline, **options: Any) -> None:
        super().__init__(host, **options)
        self._deadline = deadline

    def connect(self) -> None:
        """Connect by the deadline."""
        self.timeout = self._deadline.remaining
        super().connect()
        self.sock = _TimedLine(self.sock, self._deadline)


class _SecureConnection(_Connection, http.client.HTTPSConnection):
    """The same over TLS."""


class _Plain(urllib.request.HTTPHandler):
    """Opens http: addresses."""

    def http_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        return self.do_open(partial(_Connection, deadline=cast("TimedRequest", req).deadline), req)


class _Secure(urllib.request.HTTPSHandler):
    """Opens https: addresses whose certificate this machine trusts."""

    def __init__(self) -> None:
        self._trust = ssl.create_default_context()
        super().__init__(context=self._trust)

    def https_open(self, req: urllib.request.Request) -> http.client.HTTPResponse:
        deadline = cast("TimedRequest", req).deadline
        return self.do_open(partial(_SecureConnection, context=self._trust, deadline=deadline), req)


class _EveryStatus(urllib.request.BaseHandler):
    """Hands back every reply as it came, a redirect or a failure too."""

    def http_error_default(
        self, request: urllib.request.Request, reply: IO[bytes], code: int, reason: str, headers: Message
    ) -> IO[bytes]:
        return reply


class _Password(urllib.request.BaseHandler):
    """Sends a name and a password: at once where nobody else can read them, elsewhere as the server asks for them."""

    def __init__(self, endpoint: Endpoint, credentials: Credentials) -> None:
        self._basic = _basic(credentials)
        self._passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
        root = "{}://{}/".format(*endpoint.origin)
        self._passwords.add_password(None, root, credentials.user, credentials.password)
        self._is_sent_unasked = endpoint.is_encrypted or endpoint.is_local

    def http_request(self, request: TimedRequest) -> TimedRequest:
        """Return the request with Basic where that is sent unasked."""
        if self._is_sent_unasked and not request.has_answered:
            request.add_unredirected_header("Authorization", self._basic)
        return request

    https_request = http_request

    def http_error_401(
        self, request: TimedRequest, reply: IO[bytes], code: int, reason: str, headers: Message
    ) -> Any:
        """Return the reply to the request with what the server asks for, or None where there is no more to offer."""
        challenges = {
            each.partition(" ")[0].lower(): each for each in headers.get_all("WWW-Authenticate", [])
        }
        was_unasked = request.has_header("Authorization") and not request.has_answered
        if was_unasked and not challenges:
            # Virtuoso wants Digest, and says so only to a request without Basic.
            self._is_sent_unasked = False
            request.remove_header("Authorization")
            reply.close()
            return self.parent.open(request)
        offered = None if was_unasked else self._basic if "basic" in challenges else None
        answer = self._digest(request, challenges.get("digest", "")) or offered
        if request.has_answered or answer is None:
            return None
        request.has_answered = True
        request.add_unredirected_header("Authorization", answer)
        reply.close()
        return self.parent.open(request)

    def _digest(self, request: TimedRequest, challenge: str) -> str | None:
        """Return the answer to a challenge by Digest (RFC 7616), or None where urllib has none.

        A handler counts its answers, and so belongs to one thread: each answer has its own.
        """
        try:
            told = parse_keqv_list([each for each in parse_http_list(challenge.partition(" ")[2]) if each])
            handler = urllib.request.HTTPDigestAuthHandler(self._passwords)
            answer = str(handler.get_authorization(request, told) or "")
            answer.encode("latin-1")  # as headers are sent; another name than Basic's has no room here
        except (ValueError, URLError):
            return None
        return f"Digest {answer}" if answer else None


def _basic(credentials: Credentials) -> str:
    """Return the header Authorization of the Basic scheme (RFC 7617)."""
    pair = f"{credentials.user}:{credentials.password}".encode()
    return f"Basic {base64.b64encode(pair).decode('ascii')}"


def opener(endpoint: Endpoint) -> urllib.request.OpenerDirector:
    """Return an opener for one endpoint; it uses the proxy of the system, but not to reach this machine itself."""
    made = urllib.request.OpenerDirector()
    made.addheaders = []
    handlers: list[urllib.request.BaseHandler] = [urllib.request.HTTPErrorProcessor(), _EveryStatus()]
    handlers.append(_Secure() if endpoint.is_encrypted else _Plain())
    if not endpoint.is_local:
        handlers.append(urllib.request.ProxyHandler())
    if endpoint.credentials and endpoint.credentials.user:
        handlers.append(_Password(endpoint, endpoint.credentials))
    for handler in handlers:
        made.add_handler(handler)
    return made
