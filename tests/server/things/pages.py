"""The pages of things as a test reads them: parsed strictly, with their words and their links."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from samspil.namespaces import BASE
from samspil.pipeline import Register

VOID = {"meta", "link", "input", "br", "hr", "img"}
THINGS = f"""
SELECT DISTINCT ?thing WHERE {{ ?thing a ?type . FILTER (STRSTARTS(STR(?thing), "{BASE}id/")) }} ORDER BY ?thing"""


class Read(HTMLParser):
    """A page whose every element is closed in order: what is not raises AssertionError."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.ids: list[str] = []
        self.styled: list[str] = []
        self._texts: list[tuple[tuple[str, ...], str]] = []
        self.feed(html)
        self.close()
        assert not self.open, self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        assert len(given) == len(attrs), f"an attribute twice in {attrs}"
        self.links += [given["href"]] if tag == "a" else []
        self.ids += [given["id"]] if "id" in given else []
        self.styled += [tag] if "style" in given or any(name.startswith("on") for name in given) else []
        if tag not in VOID:
            self.open.append(f"{tag}.{given.get('class', '')}")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"{tag} is closed and was not open"
        assert self.open[-1].split(".")[0] == tag, f"{tag} is closed within {self.open[-1]}"
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self._texts.append((tuple(self.open), data))

    def text(self, *, within: str = "", without: tuple[str, ...] = ("head", "style", "script")) -> str:
        """Return the words within an element, without those of some others."""
        kept = (
            data
            for where, data in self._texts
            if any(one.split(".")[0] == within or not within for one in where)
            and not any(one.split(".")[0] in without or one in without for one in where)
        )
        return re.sub(r"\s+", " ", "".join(kept)).strip()


def things(register: Register) -> Iterator[str]:
    """Yield the IRI of every thing of a register."""
    for (thing,) in register.store.select(THINGS):
        yield str(getattr(thing, "value", ""))


def address(iri: str, lang: str) -> str:
    """Return where a thing is shown."""
    return f"/{lang}/doc/{iri.removeprefix(BASE + 'id/')}"
