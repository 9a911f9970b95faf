"""Values of a page in HTML. A page has hundreds, and a macro of Jinja for each would take a fifth of its time.

What comes from the register is escaped here, every piece of it, as templates do by themselves.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from markupsafe import Markup, escape

from samspil.server.things.sheets import Value

__all__ = ["value", "values", "words"]


class _Text(Protocol):
    """A text, and its language where that is another than the page's."""

    @property
    def text(self) -> str: ...

    @property
    def lang(self) -> str: ...


def words(text: _Text) -> Markup:
    """Return a text with its language where that is another than the page's."""
    return Markup('<span lang="%s">%s</span>') % (text.lang, text.text) if text.lang else escape(text.text)


def value(one: Value) -> Markup:
    """Return a value: a link where it leads somewhere, its exact days on demand."""
    if one.bounds:
        days = " ".join(one.bounds)
        made = '<details class="bounds"><summary>%s</summary><span class="days">%s</span></details>'
        return Markup(made) % (one.text, days)  # noqa: S704  # a text of ours
    if one.href:
        return _link(one)
    if one.status:
        return Markup('<span class="badge %s">%s</span>') % (one.status, one.text)
    return words(one)


def values(several: Sequence[Value]) -> Markup:
    """Return values, as a list where there are more than one."""
    if len(several) == 1:
        return value(several[0])
    items = Markup("</li><li>").join(map(value, several))
    return Markup('<ul class="values"><li>%s</li></ul>') % items if several else Markup("")


def _link(one: Value) -> Markup:
    """Return a value that leads somewhere."""
    term = ' class="term"' if one.term else ""
    lang = f' lang="{escape(one.lang)}"' if one.lang else ""
    away = ' rel="external"' if one.href.startswith("http") else ""
    made = f'<a href="{escape(one.href)}"{term}{lang}{away}>{escape(one.text)}</a>'
    return Markup(made)  # noqa: S704  # what is not ours is escaped, and this is the most frequent of all
