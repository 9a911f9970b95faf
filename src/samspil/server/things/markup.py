"""Values of a page in HTML. A page has hundreds, and a macro of Jinja for each would take a fifth of its time.

What comes from the register is escaped as it is put in, as templates do by themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol

from markupsafe import Markup, escape

from samspil.server.things.sheets import Value

__all__ = ["value", "values", "words"]

_WORDS: Final = Markup('<span lang="%s">%s</span>')
_DAYS: Final = Markup('<details class="bounds"><summary>%s</summary><span class="days">%s</span></details>')
_STATUS: Final = Markup('<span class="badge %s">%s</span>')
_ITEMS: Final = Markup('<ul class="values"><li>%s</li></ul>')


class _Text(Protocol):
    """A text, and its language where that is another than the page's."""

    @property
    def text(self) -> str: ...

    @property
    def lang(self) -> str: ...


def words(text: _Text) -> Markup:
    """Return a text with its language where that is another than the page's."""
    return _WORDS % (text.lang, text.text) if text.lang else escape(text.text)


def value(one: Value) -> Markup:
    """Return a value: a link where it leads somewhere, its exact days on demand."""
    if one.bounds:
        return _DAYS % (one.text, " ".join(one.bounds))
    if one.href:
        return _link(one)
    if one.status:
        return _STATUS % (one.status, one.text)
    return words(one)


def values(several: Sequence[Value]) -> Markup:
    """Return values, as a list where there are more than one."""
    if len(several) == 1:
        return value(several[0])
    return _ITEMS % Markup("</li><li>").join(map(value, several)) if several else Markup("")


def _link(one: Value) -> Markup:
    """Return a value that leads somewhere."""
    term = ' class="term"' if one.term else ""
    lang = f' lang="{escape(one.lang)}"' if one.lang else ""
    away = ' rel="external"' if one.href.startswith("http") else ""
    made = f'<a href="{escape(one.href)}"{term}{lang}{away}>{escape(one.text)}</a>'
    return Markup(made)  # noqa: S704  # each piece is escaped; `Markup.__mod__` takes twice as long, a hundred times a page
