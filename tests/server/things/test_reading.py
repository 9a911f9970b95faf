"""What a page looks up: what many pages name is shared, all else is the page's own."""

import pyoxigraph as ox

from samspil.namespaces import BASE, RDF, SAM, SKOS
from samspil.pipeline import Register
from samspil.server.things.reading import Node, Reader, remembering

ACTOR = f"{BASE}id/actor/norddjurs-kommune"
SOURCE = f"{BASE}id/source/norddjurs-notat-2024"


def test_names_of_actors_and_values_of_terms_are_shared_by_pages(register: Register) -> None:
    asked: set[tuple[str, str]] = set()
    shared = remembering(register.dataset.merge)

    def look_up(iri: str, property: str) -> list[Node]:
        asked.add((iri, property))
        return shared(iri, property)

    reader = Reader(register.dataset.merge, "da", look_up)
    assert reader.name(ACTOR).text == "Norddjurs Kommune"
    assert (ACTOR, SKOS + "prefLabel") in asked
    assert reader.name(SAM + "Agreement").text.lower() == "aftale"
    assert SAM + "Agreement" in {iri for iri, _ in asked}
    asked.clear()
    reader.name(SOURCE)
    reader.values(ACTOR, RDF + "type")
    assert asked == set()


def test_what_is_kept_is_kept_for_one_register(register: Register) -> None:
    names = [
        Reader(store, "en", remembering(store)).name(ACTOR).text
        for store in (register.dataset.merge, ox.Store())
    ]
    assert names == ["Norddjurs Municipality", "norddjurs-kommune"]
