"""The pages about terms, made from the ontology."""

import html

import httpx
import pyoxigraph as ox
import pytest

from samspil.namespaces import BASE, OWL, RDF, SAM, SKOS
from samspil.pipeline import Register
from samspil.server.linked import reader_of
from samspil.server.site import open_site
from samspil.server.terms.looking import Look
from samspil.server.terms.vocabulary import Branch, properties, tree

MERGE = ox.DefaultGraph()


def text_of(client: httpx.Client, path: str) -> str:
    """Return a page that is there, with what is escaped read."""
    response = client.get(path)
    assert response.status_code == 200, path
    return html.unescape(response.text)


def of_type(register: Register, kind: str) -> list[str]:
    """Return our terms of a type of OWL or SKOS."""
    quads = register.dataset.merge.quads_for_pattern(
        None, ox.NamedNode(f"{RDF}type"), ox.NamedNode(kind), MERGE
    )
    found = {quad.subject.value for quad in quads if isinstance(quad.subject, ox.NamedNode)}
    return sorted(iri for iri in found if iri.startswith(BASE))


def words(register: Register, iri: str, predicate: str, lang: str) -> list[str]:
    """Return the texts of a property in a language."""
    quads = register.dataset.merge.quads_for_pattern(ox.NamedNode(iri), ox.NamedNode(predicate), None, MERGE)
    values = [quad.object for quad in quads]
    return [value.value for value in values if isinstance(value, ox.Literal) and value.language == lang]


@pytest.mark.parametrize("lang", ["da", "en"])
def test_ontology_page_tells_of_every_class_property_and_concept(
    client: httpx.Client, register: Register, lang: str
) -> None:
    page = text_of(client, f"/{lang}/ontology")
    terms = [*of_type(register, f"{OWL}Class"), *of_type(register, f"{SKOS}Concept")]
    terms += [
        one
        for kind in ("Object", "Datatype", "Annotation")
        for one in of_type(register, f"{OWL}{kind}Property")
    ]
    assert len(terms) > 150
    for iri in terms:
        assert f'href="/{lang}/doc/{iri.removeprefix(BASE)}"' in page
    for iri in of_type(register, f"{OWL}Class"):
        assert all(text in page for text in words(register, iri, f"{SKOS}definition", lang))


@pytest.mark.parametrize("lang", ["da", "en"])
def test_ontology_page_tells_of_every_rule(client: httpx.Client, register: Register, lang: str) -> None:
    page = text_of(client, f"/{lang}/ontology")
    for path in register.project.rule_files():
        assert path.read_text("utf-8").partition("CONSTRUCT")[2].strip() in page


def test_page_of_a_class_tells_what_a_reader_asks(client: httpx.Client) -> None:
    page = text_of(client, "/da/doc/model/Agreement")
    assert "gensidig forpligtelse mellem to eller flere parter" in page
    assert 'href="/da/doc/model/inForceDuring"' in page
    assert "Brugt 7 gange" in page
    assert 'href="/da/doc/agreement/au-2022"' in page
    assert "Angiv mindst to aktører som aftalens parter." in page
    assert 'href="/da/doc/shape/Agreement-hasParty"' in page


def test_page_of_a_property_tells_whom_it_ties(client: httpx.Client) -> None:
    page = text_of(client, "/en/doc/model/hasParty")
    assert "An actor that enters into the agreement." in page
    assert 'href="/en/doc/model/Agreement"' in page
    assert 'href="http://www.w3.org/ns/org#Organization"' in page
    assert "https://w3id.org/semanticarts/ns/ontology/gist/hasParty" in page
    assert 'href="/en/doc/actor/aarhus-universitet"' in page


def test_page_of_a_derived_relation_says_from_what(client: httpx.Client) -> None:
    page = text_of(client, "/en/doc/model/formalPartnerOf")
    assert "the same both ways" in page
    assert "Derived from" in page and 'href="/en/doc/model/FormalPartnership"' in page


def test_rule_is_found_at_a_property_that_stands_deep_in_its_path(client: httpx.Client) -> None:
    """`sh:path [ sh:alternativePath ( [ sh:inversePath sam:governedBy ] sam:renews ) ]`."""
    for term in ("governedBy", "renews"):
        page = text_of(client, f"/en/doc/model/{term}")
        assert 'href="/en/doc/shape/Agreement-cooperation"' in page


def test_page_of_a_concept_tells_what_uses_it(client: httpx.Client) -> None:
    page = text_of(client, "/da/doc/concept/agreement-type/partnership-agreement")
    assert 'href="/da/doc/concept/agreement-type"' in page
    assert 'href="/da/doc/agreement/au-2022"' in page


def test_page_of_a_scheme_has_its_concepts(client: httpx.Client, register: Register) -> None:
    page = text_of(client, "/en/doc/concept/role")
    for name in ("party", "member", "owner", "lead", "contributor", "secretariat"):
        assert f'href="/en/doc/concept/role/{name}"' in page
        assert all(
            text in page for text in words(register, f"{BASE}concept/role/{name}", f"{SKOS}definition", "en")
        )


def test_page_of_a_shape_says_the_rule_in_words(client: httpx.Client) -> None:
    page = text_of(client, "/en/doc/shape/Seat-postIn")
    assert "Give exactly one body in which the seat is." in page
    assert 'href="/en/doc/model/Seat"' in page
    assert "must" in page


def test_page_of_a_graph_gives_just_that(client: httpx.Client, register: Register) -> None:
    page = text_of(client, "/en/doc/graph/norddjurs-notat-2024")
    number = register.dataset.count(f"{BASE}graph/norddjurs-notat-2024")
    assert f"{number:,}" in page
    assert 'href="/data/graph/norddjurs-notat-2024.ttl"' in page
    assert 'href="/en/doc/source/norddjurs-notat-2024"' in page


@pytest.mark.parametrize(
    ("path", "where"),
    [
        ("/da/doc/query/agreements/in-force", "/da/queries/agreements/in-force"),
        ("/en/doc/model", "/en/ontology"),
        ("/en/doc/shape", "/en/ontology#shapes"),
        ("/da/doc/dataset/samspil", "/da/data"),
    ],
)
def test_what_has_a_page_of_its_own_is_shown_there(client: httpx.Client, path: str, where: str) -> None:
    response = client.get(path, follow_redirects=False)
    assert (response.status_code, response.headers["location"]) == (303, where)


@pytest.mark.parametrize("lang", ["da", "en"])
def test_page_of_data_has_every_file_with_its_size(client: httpx.Client, lang: str) -> None:
    page = text_of(client, f"/{lang}/data")
    size = -(-len(client.get("/dumps/samspil.nt").content) // 1000)
    assert f"{size:,} kB".replace(",", "." if lang == "da" else ",") in page
    assert "https://creativecommons.org/licenses/by/4.0/" in page
    assert 'href="/data/dataset/samspil.ttl"' in page


def test_tree_has_every_class_below_those_that_it_specialises(register: Register) -> None:
    def flat(branches: tuple[Branch, ...]) -> list[Branch]:
        return [one for branch in branches for one in (branch, *flat(branch.narrower))]

    look = Look(reader_of(open_site(register)), "en")
    every = flat(tree(look))
    assert {one.entry.term.iri for one in every if one.ours} == set(of_type(register, f"{OWL}Class"))
    cooperation = next(one for one in every if one.entry.term.iri == f"{SAM}Cooperation")
    assert [one.entry.term.words for one in cooperation.narrower] == [
        "administrative cooperation",
        "formal partnership",
        "functional cooperation",
        "political cooperation",
        "strategic cooperation",
        "strategic partnership",
    ]
    assert all(list for _, list in properties(look))
