"""Whether a client has the answer already: validators and conditional requests (RFC 9110, 8.8 and 13).

An answer follows from the register, the program and the address, so that its tag is known before it is made.
"""

from collections.abc import Callable, Mapping
from datetime import UTC
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import sha256

from starlette.requests import Request
from starlette.responses import Response

from samspil.server.addresses import addresses_of
from samspil.server.site import site_of

__all__ = ["if_changed", "is_known", "validators"]


def validators(request: Request, *parts: str) -> dict[str, str]:
    """Return ETag and Last-Modified of the answer to a request in the form that `parts` say (its type, its language).

    The public address is part of it, since links in an answer begin there.
    """
    site, addresses = site_of(request), addresses_of(request)
    path = request.scope["path"], request.url.query, addresses.origin, addresses.root
    digest = sha256("\n".join((site.version, *path, *parts)).encode("utf-8", "surrogateescape"))
    return {
        "ETag": f'"{digest.hexdigest()[:32]}"',
        "Last-Modified": format_datetime(site.modified, usegmt=True),
        "Cache-Control": "no-cache",  # may be kept, must be asked for (RFC 9111, 5.2.2.4)
    }


def is_known(request: Request, headers: Mapping[str, str]) -> bool:
    """Tell whether a client has the answer with these validators (RFC 9110, 13.2.2): If-None-Match comes first."""
    tags = request.headers.getlist("if-none-match")
    if tags:
        known = {tag.strip().removeprefix("W/") for tag in ",".join(tags).split(",")}
        return "*" in known or headers["ETag"] in known
    since = request.headers.get("if-modified-since", "")
    return bool(since) and _is_since(since, headers["Last-Modified"])


def if_changed(request: Request, headers: Mapping[str, str], make: Callable[[], Response]) -> Response:
    """Return the answer with its headers, or 304 without making it when the client has it."""
    if is_known(request, headers):
        return Response(status_code=304, headers=dict(headers))
    response = make()
    response.headers.update(headers)
    return response


def _is_since(since: str, modified: str) -> bool:
    """Tell whether a day of a client's is not before that of a change; one that cannot be read says nothing."""
    try:
        asked = parsedate_to_datetime(since)
    except (ValueError, TypeError, IndexError):
        return False
    return (asked if asked.tzinfo else asked.replace(tzinfo=UTC)) >= parsedate_to_datetime(modified)
