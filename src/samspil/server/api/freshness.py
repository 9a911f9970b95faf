"""What tells whether the answer of a question is another (RFC 9110, 8.8).

An answer follows from the register, the query with its values in it (and so from the day, where the question asks
what holds today), its language, its format and its part. All that makes the tag, which therefore is strong and costs
no answer.
"""

from __future__ import annotations

from datetime import UTC, datetime, time
from email.utils import format_datetime
from hashlib import sha256
from typing import Final

from samspil.server.api.asking import Asked
from samspil.server.api.formats import Form
from samspil.server.site import Site

__all__ = ["answer_validators"]

# The formats that state the day they were asked on.
_DATED: Final = ("xlsx",)


def answer_validators(site: Site, asked: Asked, form: Form, query: str) -> dict[str, str]:
    """Return ETag and Last-Modified of the answer to a query; one of today was changed when the day began."""
    day = asked.day if form.format in _DATED or asked.follows_today else None
    what = (site.version, query, sorted(asked.values.items()), asked.lang, form, asked.part, day)
    tag = sha256(repr(what).encode(errors="surrogatepass")).hexdigest()[:32]
    begun = datetime.combine(day, time.min).astimezone(UTC) if day else site.modified
    return {"ETag": f'"{tag}"', "Last-Modified": format_datetime(max(site.modified, begun), usegmt=True)}
