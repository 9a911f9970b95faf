"""Whether a client has the answer already: validators, and requests on condition (RFC 9110, 8.8 and 13).

An answer follows from the register, the query with its values in it (and so from the day, where the question asks
what holds today), its language, its format and its part. All that makes the tag, which therefore is strong and costs
no answer.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from hashlib import sha256
from typing import Final

from starlette.datastructures import Headers

from samspil.server.api.asking import Asked
from samspil.server.api.formats import Form
from samspil.server.site import Site

__all__ = ["is_fresh", "unchanging", "validators"]

_TAG: Final = re.compile(r'(?:W/)?("[\x21\x23-\x7e\x80-\xff]*")')

# The formats that state the day they were asked on.
_DATED: Final = ("xlsx",)


def validators(site: Site, asked: Asked, form: Form) -> dict[str, str]:
    """Return ETag and Last-Modified of an answer."""
    query = asked.query()
    dated = form.format in _DATED or query != asked.query(asked.day - timedelta(days=1))
    what = (query, sorted(asked.values.items()), asked.lang, form, asked.part, asked.day if dated else None)
    return _stated(site, what, asked.day if dated else None)


def unchanging(site: Site, *what: str) -> dict[str, str]:
    """Return ETag and Last-Modified of what follows from the register and some texts alone."""
    return _stated(site, what, None)


def _stated(site: Site, what: tuple[object, ...], day: date | None) -> dict[str, str]:
    """Return the validators of what is another on another day, if on any."""
    tag = sha256(repr((site.version, *what)).encode(errors="surrogatepass")).hexdigest()[:32]
    begun = datetime.combine(day, time.min).astimezone(UTC) if day else site.modified
    changed = format_datetime(max(site.modified, begun), usegmt=True)
    return {"ETag": f'"{tag}"', "Last-Modified": changed}


def is_fresh(headers: Headers, validators: dict[str, str]) -> bool:
    """Tell whether what a client has is what it would get (RFC 9110, 13.2.2): the tag decides, else the time."""
    wanted = headers.get("if-none-match")
    if wanted is not None:
        return wanted.strip() == "*" or validators["ETag"] in _TAG.findall(wanted)
    since = _moment(headers.get("if-modified-since", ""))
    return since is not None and parsedate_to_datetime(validators["Last-Modified"]) <= since


def _moment(text: str) -> datetime | None:
    """Return the time that a header states, None where it states none: then it is passed over (13.1.3)."""
    try:
        moment = parsedate_to_datetime(text)
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
