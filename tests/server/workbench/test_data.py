"""What the editor asks for while one types, asked over HTTP."""

import httpx
import pytest

from samspil.namespaces import BASE, SAM

NORDDJURS = f"{BASE}id/actor/norddjurs-kommune"


def test_the_vocabulary_has_names_counts_and_what_each_class_has(client: httpx.Client) -> None:
    found = client.get("/api/terms", params={"lang": "da"}).json()
    assert found["prefixes"]["sam"] == SAM
    classes = {one["iri"]: place for place, one in enumerate(found["classes"])}
    agreement = found["classes"][classes[f"{SAM}Agreement"]]
    assert (agreement["label"], agreement["count"] > 0) == ("aftale", True)
    in_force = next(one for one in found["properties"] if one["iri"] == f"{SAM}inForceDuring")
    assert in_force["of"][str(classes[f"{SAM}Agreement"])] > 0


def test_the_vocabulary_is_not_sent_again_to_who_has_it(client: httpx.Client) -> None:
    first = client.get("/api/terms?lang=en")
    again = client.get("/api/terms?lang=en", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    other = client.get("/api/terms?lang=da", headers={"if-none-match": first.headers["etag"]})
    assert other.status_code == 200


@pytest.mark.parametrize(
    ("lang", "typed", "label", "type_"),
    [
        ("da", "norddj", "Norddjurs Kommune", "kommune"),
        ("da", "KOMMUNE", "Norddjurs Kommune", "kommune"),
        ("en", "norddjurs mun", "Norddjurs Municipality", "municipality"),
    ],
)
def test_a_thing_is_found_by_its_name(
    client: httpx.Client, lang: str, typed: str, label: str, type_: str
) -> None:
    found = client.get("/api/terms", params={"lang": lang, "q": typed, "kind": "actor"}).json()
    assert {"iri": NORDDJURS, "label": label, "type": type_} in found


def test_actors_stand_before_what_ties_them(client: httpx.Client) -> None:
    found = client.get("/api/terms", params={"lang": "da", "q": "norddjurs"}).json()
    assert found[0]["iri"] == NORDDJURS
    assert 1 < len(found) <= 20


@pytest.mark.parametrize(
    "typed", ["", " ", "findes ikke", "(", "[a-z]+", "\\", ".*", "\t", "a\nb", "%00", "æ" * 9999]
)
def test_what_is_typed_is_a_text_and_no_pattern(client: httpx.Client, typed: str) -> None:
    response = client.get("/api/terms", params={"lang": "da", "q": typed})
    found = response.json()
    assert response.status_code == 200
    assert all(typed.split(maxsplit=1)[0].casefold() in one["label"].casefold() for one in found)


def test_terms_are_named_in_their_order(client: httpx.Client) -> None:
    terms = [
        {"type": "uri", "value": NORDDJURS},
        {"type": "uri", "value": "https://example.org/nothing"},
        {"type": "literal", "value": "2025-12-31", "datatype": "http://www.w3.org/2001/XMLSchema#date"},
        {"type": "literal", "value": "2018/", "datatype": "http://id.loc.gov/datatypes/edtf/EDTF"},
        {"type": "literal", "value": "x", "xml:lang": "da"},
        {"type": "bnode", "value": "b0"},
    ]
    named = client.post("/api/words?lang=da", json=terms).json()
    assert named[:3] == ["Norddjurs Kommune", "", "31. december 2025"]
    assert "2018" in named[3]
    assert named[4] == "x"
    assert client.post("/api/words?lang=en", json=terms[:1]).json() == ["Norddjurs Municipality"]


@pytest.mark.parametrize(
    "body",
    [
        "",
        "[",
        "{}",
        "[1]",
        '[{"type": "uri"}]',
        '[{"type": "uri", "value": "no iri"}]',
        '[{"type": "uri", "value": "a> } DROP ALL #"}]',
        "null",
        '[{"type": "literal", "value": 1}]',
    ],
)
def test_what_is_no_term_is_refused(client: httpx.Client, body: str) -> None:
    assert client.post("/api/words?lang=da", content=body).status_code == 400


def test_a_body_past_any_use_is_refused(client: httpx.Client) -> None:
    assert client.post("/api/words?lang=da", content=b" " * 1_100_000).status_code == 413
