"""Where a SPARQL server answers, and who asks: a value that commands read once and hand down.

Credentials come from the environment and from nowhere else. An address with a password in it would end up in
logs, in the history of a shell and in messages, so it is refused.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final
from urllib.parse import SplitResult, quote, urlsplit, urlunsplit

from samspil.errors import NotAnEndpoint, NotATimeout, SecretInAddress, UnclearCredentials

__all__ = [
    "LONGEST",
    "PASSWORD",
    "TIMEOUT",
    "TOKEN",
    "USER",
    "Credentials",
    "Endpoint",
    "check_timeout",
    "read_endpoint",
]

# Variables of the environment.
_VARIABLE: Final = "SAMSPIL_ENDPOINT"
USER: Final = f"{_VARIABLE}_USER"
PASSWORD: Final = f"{_VARIABLE}_PASSWORD"
TOKEN: Final = f"{_VARIABLE}_TOKEN"

TIMEOUT: Final = 60.0  # seconds for one question, from the first byte sent to the last one read
LONGEST: Final = 86_400  # seconds, a day: nobody waits longer, and no socket can wait for ever

_LOOPBACK: Final = re.compile(r"localhost|127(?:\.\d+){3}|::1", re.IGNORECASE)
_CONTROL: Final = re.compile(r"[\x00-\x20\x7f]")
_TOKEN: Final = re.compile(r"[\x21-\x7e]*")  # what a header can carry (RFC 9110, 5.5, and RFC 6750, 2.1)
# What may stand in a path or a query of an address (RFC 3986, 3.3 and 3.4); a percent sign may be an escape already.
_KEPT: Final = "%/:@!$&'()*+,;=~?"


@dataclass(frozen=True, repr=False)
class Credentials:
    """A name and a password, or a token; never shown."""

    user: str = ""
    password: str = ""
    token: str = ""

    def __repr__(self) -> str:
        """Say of which kind they are, and nothing of what they are."""
        return f"Credentials({'token' if self.token else 'user and password'})"


@dataclass(frozen=True, repr=False)
class Endpoint:
    """The address of a SPARQL server, the seconds that an answer may take, and who asks."""

    url: str
    timeout: float = TIMEOUT
    credentials: Credentials | None = None

    def __repr__(self) -> str:
        """Show the address as people are told it."""
        return f"Endpoint({self.where!r}, {self.timeout}, {self.credentials!r})"

    @property
    def where(self) -> str:
        """The address without what follows the question mark, which may hold a key: for messages."""
        parts = urlsplit(self.url)
        return urlunsplit((parts.scheme, parts.netloc, parts.path, "", ""))

    @property
    def origin(self) -> tuple[str, str]:
        """The scheme and the host with its port: credentials go nowhere else."""
        parts = urlsplit(self.url)
        return parts.scheme, parts.netloc

    @property
    def is_local(self) -> bool:
        """Whether the server is on this machine."""
        return bool(_LOOPBACK.fullmatch(urlsplit(self.url).hostname or ""))

    @property
    def is_encrypted(self) -> bool:
        """Whether what is sent can be read by nobody on the way."""
        return self.origin[0] == "https"


def read_endpoint(url: str, environment: Mapping[str, str], timeout: float = TIMEOUT) -> Endpoint:
    """Return the endpoint of an address, with the credentials of the environment.

    Raises NotAnEndpoint, SecretInAddress, UnclearCredentials, NotATimeout; none of them repeats a secret.
    """
    check_timeout(timeout)
    return Endpoint(_address(url.strip()), timeout, _credentials(environment))


def check_timeout(seconds: float) -> None:
    """Raise NotATimeout for seconds that cannot be waited: only above 0 and up to LONGEST can."""
    if not 0 < seconds <= LONGEST:  # which is so of what is no number
        raise NotATimeout(seconds, LONGEST)


def _address(url: str) -> str:
    """Return an address that HTTP can carry, without its fragment. Raises NotAnEndpoint, SecretInAddress."""
    parts = _parts(url)
    if "@" in parts.netloc:
        raise SecretInAddress(f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}")
    if parts.scheme not in ("http", "https"):
        raise NotAnEndpoint(_shown(url), "it does not begin with http:// or https://")
    if not parts.hostname or _CONTROL.search(url) or not _is_text(url):
        raise NotAnEndpoint(_shown(url), "it is not a whole address")
    path, query = quote(parts.path or "/", safe=_KEPT), quote(parts.query, safe=_KEPT)
    return urlunsplit((parts.scheme, _host(parts, url), path, query, ""))


def _parts(url: str) -> SplitResult:
    """Return the parts of an address. Raises NotAnEndpoint for a text that has none, and for a port that is none."""
    try:
        parts = urlsplit(url)
        _ = parts.port
    except ValueError as error:
        raise NotAnEndpoint(_shown(url), "it is not a whole address") from error
    return parts


def _host(parts: SplitResult, url: str) -> str:
    """Return the host and port in ASCII (RFC 5891). Raises NotAnEndpoint."""
    try:
        return parts.netloc.lower().encode("idna").decode("ascii")
    except UnicodeError as error:
        raise NotAnEndpoint(_shown(url), "it is not a whole address") from error


def _shown(url: str) -> str:
    """Return what can be told of a text that is no address: nothing that may be a password or a key."""
    return url.rpartition("@")[2].partition("?")[0]


def _credentials(environment: Mapping[str, str]) -> Credentials | None:
    """Return the credentials of the environment, or None. Raises UnclearCredentials for half, or two kinds, of them."""
    user, password = environment.get(USER, ""), environment.get(PASSWORD, "")
    token = environment.get(TOKEN, "").strip()
    if not (user or password or token):
        return None
    # A colon ends the name in Basic (RFC 7617, 2); a header is one line.
    is_unfit = ":" in user or _CONTROL.search(user) or not _TOKEN.fullmatch(token)
    if bool(user) != bool(password) or (user and token) or is_unfit or not _is_text(user + password):
        raise UnclearCredentials()
    return Credentials(user, password, token)


def _is_text(text: str) -> bool:
    """Tell whether UTF-8 can hold a text; the environment may bring bytes that are none."""
    return not any("\ud800" <= character <= "\udfff" for character in text)
