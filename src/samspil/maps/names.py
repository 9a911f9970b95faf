"""The things of a map by whatever people call them: an id, a slug, a name in either language, an IRI.

An address of a view names things by id. A command, a story or a notebook may say `Norddjurs Kommune`; here it
becomes `actor/norddjurs-kommune`, and a name that nothing bears is answered with those that are nearest.
"""

from collections.abc import Iterable, Mapping
from typing import Final

from samspil.errors import NotAnIdentifier, UnknownName
from samspil.identifiers import slugify
from samspil.maps.things import Drawing, short
from samspil.parameters import nearest

__all__ = ["Names"]

# Kind of thing to what each of its ids is called; of two things of one name, the first has it.
_Called = Mapping[str, Mapping[str, Iterable[str]]]

_FEW: Final = 3  # names that are all told, when none is like the one that was meant


class Names:
    """The ids of a map's things, found by what people call them.

    Kinds are actor (any node), relation, type, source, theme, community and story.
    """

    def __init__(self, drawing: Drawing, stories: Iterable[str] = ()) -> None:
        """Note what everything on a drawing is called, and which stories go with it."""
        called: _Called = {
            "actor": {one.id: (one.iri, *one.name, *one.also, *one.bears) for one in drawing.nodes},
            "relation": {one.id: (one.relation, *one.name) for one in drawing.edges},
            "type": {one.id: (one.iri, *one.name) for one in drawing.types},
            "source": {one.id: (one.iri, *one.name) for one in drawing.documents},
            "theme": {one.id: (one.iri, *one.name) for one in drawing.themes},
            "community": {drawing.nodes[members[0]].id: () for members in drawing.communities},
            "story": dict.fromkeys(stories, ()),
        }
        self._ids = {kind: _aliases(things) for kind, things in called.items()}
        self._offered = {kind: [_last(name) for name in things] for kind, things in called.items()}

    def knows(self, kind: str, text: str) -> bool:
        """Tell whether something of a kind is called so."""
        return self._found(kind, text) is not None

    def id(self, kind: str, text: str) -> str:
        """Return the id of what is called so. Raises UnknownName with the nearest names, or all where few."""
        found = self._found(kind, text)
        if found is None:
            offered = self._offered[kind]
            few = offered if len(offered) <= _FEW else []
            raise UnknownName(kind, text, nearest(_slug(text), offered) or few)
        return found

    def _found(self, kind: str, text: str) -> str | None:
        """Return the id of what is called so, by the very text before by the slug that it makes."""
        ids = self._ids[kind]
        return next((ids[key] for key in (text.casefold(), _slug(text)) if key in ids), None)


def _aliases(things: Mapping[str, Iterable[str]]) -> dict[str, str]:
    """Return from each spelling to an id: whole ids before slugs, and these before names."""
    aliases: dict[str, str] = {name.casefold(): name for name in things}
    for name in things:
        aliases.setdefault(_last(name).casefold(), name)
    for name, others in things.items():
        for other in others:
            for key in (other, short(other), _last(other) if "://" in other else other):
                aliases.setdefault(key.casefold(), name)
                aliases.setdefault(_slug(key), name)
    return aliases


def _last(name: str) -> str:
    """Return the part of an id after its last slash."""
    return name.rstrip("/").rsplit("/", 1)[-1]


def _slug(text: str) -> str:
    """Return the slug that a text makes, or the text itself when no letter of it can stand in one."""
    try:
        return slugify(text)
    except NotAnIdentifier:
        return text.casefold()
