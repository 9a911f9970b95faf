"""IRIs as people read them: with our prefixes, and whole where no prefix can say them."""

import pytest

from samspil.cli.prefixed import prefixed


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<https://w3id.org/samspil/model/renews>", "sam:renews"),
        ("?a <http://www.w3.org/ns/prov#Plan> <urn:x>", "?a prov:Plan <urn:x>"),
        ("<https://w3id.org/samspil/model/>", "sam:"),
        ("<https://w3id.org/samspil/model/a/b>", "<https://w3id.org/samspil/model/a/b>"),
        ("<https://schema.org/v1.>", "<https://schema.org/v1.>"),
        ("<https://schema.org/v1.0>", "schema:v1.0"),
        ("?a < ?b && ?b > 1", "?a < ?b && ?b > 1"),
    ],
)
def test_an_iri_of_ours_gets_its_prefix(text: str, expected: str) -> None:
    assert prefixed(text) == expected
