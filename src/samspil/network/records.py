"""What a network is made of: actors, relations, what sources say of both, and the passages where they say it.

A name comes in Danish and English; one that only the other language has stands in both. Text that nobody has
given is empty.
"""

from dataclasses import dataclass

__all__ = ["Actor", "Fact", "Relation", "Source", "Theme"]


@dataclass(frozen=True, order=True)
class Source:
    """A passage in a document; `passage` and `document` are IRIs, `page` the address of the published page."""

    document_da: str
    document_en: str
    locator: str
    passage_da: str
    passage_en: str
    passage: str
    page: str = ""
    document: str = ""


@dataclass(frozen=True)
class Actor:
    """What is drawn as a node: an actor, or a cooperation of more or fewer than two parties (`is_hub`).

    A hub has no shape of its own (`node_shape` is empty) and the colour of its type of relation. `bears` has the
    cooperations that the actor carries and that are drawn at it. `also` has whatever else people may call it:
    other names, abbreviations, identifiers. `longitude` and `latitude` are of its seat, in degrees (WGS 84).
    """

    iri: str
    label_da: str
    label_en: str
    type: str
    type_da: str
    type_en: str
    node_shape: str
    colour: str
    order: int
    is_hub: bool = False
    also: tuple[str, ...] = ()
    seat_da: str = ""
    seat_en: str = ""
    longitude: float | None = None
    latitude: float | None = None
    bears: tuple[str, ...] = ()


@dataclass(frozen=True)
class Relation:
    """What is drawn as an edge between two nodes; `relation` is what the sources are about.

    `period` is EDTF as the source gives it, or empty; a relation of several periods is one for each of them.
    `agreements` has the periods of the agreements behind a cooperation that has no period of its own. `themes` are
    IRIs. `through` is the cooperation that an end stands for, where that has no node of its own.
    """

    relation: str
    source: str
    target: str
    type: str
    type_da: str
    type_en: str
    label_da: str
    label_en: str
    colour: str
    dash: str
    width: int
    directed: bool
    order: int
    period: str = ""
    agreements: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    weight: float = 1.0
    through: str = ""


@dataclass(frozen=True)
class Theme:
    """What relations can be about: a focus area of one cooperation, or a field that several share."""

    iri: str
    label_da: str
    label_en: str


@dataclass(frozen=True)
class Fact:
    """One thing that sources say of an actor or a relation, with the passages that say it.

    `kind` is name, identifier, agreement, theme, meeting, role, body, remark or definition; the label says in words
    what it is, `href` where it leads: an address, the IRI of a thing, or nowhere. `period` is EDTF or empty.
    """

    kind: str
    label_da: str
    label_en: str
    value_da: str
    value_en: str
    href: str = ""
    period: str = ""
    sources: tuple[Source, ...] = ()
