"""Our IRIs are made of names, and give the names back."""

from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from samspil import identifiers
from samspil.errors import NotAnIdentifier
from samspil.identifiers import Identifier, parse, slugify
from samspil.namespaces import BASE

slugs = st.from_regex(r"\A[A-Za-z0-9]+([-._][A-Za-z0-9]+)*\Z")


@pytest.mark.parametrize(
    ("iri", "path"),
    [
        (identifiers.thing("actor", "via"), "id/actor/via"),
        (identifiers.concept("frequency", "yearly"), "concept/frequency/yearly"),
        (identifiers.graph("norddjurs-notat-2024"), "graph/norddjurs-notat-2024"),
        (identifiers.shape("AgreementShape"), "shape/AgreementShape"),
        (identifiers.query("agreements"), "query/agreements"),
        (identifiers.interval("2018/.."), "id/interval/2018%2F.."),
        (identifiers.interval("[2024-12,2025-01]"), "id/interval/%5B2024-12%2C2025-01%5D"),
    ],
)
def test_iris_are_under_our_base(iri: str, path: str) -> None:
    assert iri == BASE + path


@pytest.mark.parametrize(
    ("iri", "expected"),
    [
        (BASE + "id/actor/via", Identifier("id", "actor", "via")),
        (BASE + "id/interval/2018%2F..", Identifier("id", "interval", "2018%2F..")),
        (BASE + "doc/interval/2018~", Identifier("doc", "interval", "2018~")),
        (BASE + "concept/status", Identifier("concept", None, "status")),
        (BASE + "concept/status/adopted", Identifier("concept", "status", "adopted")),
        (BASE + "model/Cooperation", Identifier("model", None, "Cooperation")),
        (BASE + "graph/derived", Identifier("graph", None, "derived")),
    ],
)
def test_iri_is_read_into_its_parts(iri: str, expected: Identifier) -> None:
    assert parse(iri) == expected


@pytest.mark.parametrize(
    "iri",
    [
        "",
        "via",
        BASE,
        BASE + "id",
        BASE + "id/actor",
        BASE + "id/actor/",
        BASE + "id//via",
        BASE + "id/actor/via/more",
        BASE + "id/actor/../x",
        BASE + "id/actor/via%20x",
        BASE + "id/actor/via\n",
        BASE + "id/actor/vía",
        BASE + "concept/interval/2018%2F..",
        BASE + "somewhere/via",
        BASE + "graph/a/b",
        "http" + BASE.removeprefix("https") + "id/actor/via",
        "https://example.org/id/actor/via",
    ],
)
def test_nonsense_is_refused(iri: str) -> None:
    with pytest.raises(NotAnIdentifier):
        parse(iri)


@pytest.mark.parametrize("mint", [identifiers.graph, identifiers.shape, identifiers.query])
@pytest.mark.parametrize("slug", ["", " ", "a b", "å", "a/b", "-a", "a--b", "..", "a>", "a\n", "a%20b"])
def test_bad_slug_is_never_minted(mint: Callable[[str], str], slug: str) -> None:
    with pytest.raises(NotAnIdentifier):
        mint(slug)


def test_both_parts_are_checked() -> None:
    for kind, slug in [("a b", "c"), ("c", "a b")]:
        with pytest.raises(NotAnIdentifier):
            identifiers.thing(kind, slug)
        with pytest.raises(NotAnIdentifier):
            identifiers.concept(kind, slug)


def test_empty_interval_is_refused() -> None:
    with pytest.raises(NotAnIdentifier):
        identifiers.interval("")


@given(slugs.filter(lambda kind: kind != "interval"), slugs)
def test_thing_is_read_back(kind: str, slug: str) -> None:
    assert parse(identifiers.thing(kind, slug)) == Identifier("id", kind, slug)


@given(st.text(st.characters(codec="utf-8"), min_size=1))
def test_every_interval_is_read_back_and_is_its_own(text: str) -> None:
    parsed = parse(identifiers.interval(text))
    assert parsed.kind == "interval"
    assert identifiers.interval(text + "x") != identifiers.interval(text)


@pytest.mark.parametrize(
    ("text", "slug"),
    [
        ("Norddjurs Kommune", "norddjurs-kommune"),
        ("Ældre & Øget Åbenhed", "aeldre-oeget-aabenhed"),
        ("A\u030arhus", "aarhus"),
        ("Malmö högskola", "malmo-hogskola"),
        ("Café Łódź straße", "cafe-lodz-strasse"),
        ("  Reno -- Djurs I/S. ", "reno-djurs-i-s"),
        ("２０２４", "2024"),
    ],
)
def test_slug_of_a_name(text: str, slug: str) -> None:
    assert slugify(text) == slug


@pytest.mark.parametrize("text", ["", "???", "–", "日本"])
def test_name_without_letters_has_no_slug(text: str) -> None:
    with pytest.raises(NotAnIdentifier):
        slugify(text)


@given(st.text())
def test_slug_is_stable_and_can_be_minted(text: str) -> None:
    try:
        slug = slugify(text)
    except NotAnIdentifier:
        assume(False)
    assert slugify(slug) == slug
    assert parse(identifiers.graph(slug)).slug == slug
