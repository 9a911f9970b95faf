"""By which names this server is asked, and below which path it is.

A page elsewhere may point a name of its own at this machine and have a reader's browser ask here in that name (DNS
rebinding). So a request names a host that is ours, or it is misdirected: RFC 9110, 15.5.20.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import unquote, urlsplit

from starlette.types import Scope

from samspil.settings import Serving, is_loopback

__all__ = ["Hosts", "without_host"]

# A target that names its host (RFC 9112, 3.2.2), as one meant for a proxy does.
_ABSOLUTE: Final = re.compile(rb"https?://([^/]*)(/.*)?", re.IGNORECASE | re.DOTALL)
_HOST: Final = re.compile(rb"(\[[0-9a-f:.]+\]|[a-z0-9._-]+)(?::\d{1,5})?", re.IGNORECASE)

# Asked by whoever watches the machine, at an address and not by a name; it tells nothing.
_UNNAMED: Final = "/health"


class Hosts:
    """The names that are ours: this machine for itself, and that of the public address.

    A proxy may pass the path of the public address on or not; the application never sees it.
    """

    def __init__(self, serving: Serving) -> None:
        """Take the host that is listened on, and the public address."""
        public = urlsplit(serving.public)
        self.names = {"localhost", serving.host.casefold(), (public.hostname or "localhost").casefold()}
        self.root = public.path.rstrip("/")

    def refused(self, scope: Scope) -> int | None:
        """Return the status for a request to a host that is not ours, or that names none or several."""
        hosts = [value for name, value in scope["headers"] if name == b"host"]
        if not hosts and scope["http_version"] == "1.0":
            return None
        if len(hosts) != 1 or not (found := _HOST.fullmatch(hosts[0])):
            return 400  # RFC 9112, 3.2
        name = found[1].decode().strip("[]").rstrip(".").casefold()
        known = name in self.names or is_loopback(name) or scope["path"] == _UNNAMED
        return None if known else 421

    def inside(self, scope: Scope) -> Scope:
        """Return a request with its path as the application knows it."""
        if not self.root or not f"{scope['path']}/".startswith(f"{self.root}/"):
            return scope
        raw: bytes = scope.get("raw_path") or scope["path"].encode()
        path = scope["path"].removeprefix(self.root) or "/"
        return {**scope, "path": path, "raw_path": raw.removeprefix(self.root.encode()) or b"/"}


def without_host(scope: Scope) -> Scope:
    """Return a request whose target is a path; a host that the target names counts, not that of the header."""
    found = _ABSOLUTE.fullmatch(scope.get("raw_path") or b"")
    if not found:
        return scope
    raw = found[2] or b"/"
    headers = [header for header in scope["headers"] if header[0] != b"host"]
    named = [*headers, (b"host", found[1])]
    return {**scope, "headers": named, "raw_path": raw, "path": unquote(raw.decode("latin-1"))}
