"""Of the forms that there are, a client gets the one that its header wants most (RFC 9110, 12)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from samspil.server.negotiation import MEDIA_TYPES, best, best_language, named, qualities

OFFERED = tuple(MEDIA_TYPES.values())

# Accept to what is chosen of everything that we have.
ACCEPTS = {
    "": "text/html",
    "*/*": "text/html",
    "text/html": "text/html",
    "application/xhtml+xml": "text/html",
    "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,*/*;q=0.8": "text/html",
    "text/turtle": "text/turtle",
    "TEXT/Turtle": "text/turtle",
    "text/turtle;charset=utf-8": "text/turtle",
    "text/turtle ; q=0.5 , application/ld+json ; Q=0.8": "application/ld+json",
    "text/html;q=0.3, application/rdf+xml;q=0.9": "application/rdf+xml",
    "application/*": "application/ld+json",
    "text/*;q=0.5, application/n-triples": "application/n-triples",
    "text/*, text/html;q=0.1, text/turtle;q=0.2": "text/csv",
    "*/*, text/html;q=0": "text/turtle",
    "text/html;q=0, */*;q=0.1": "text/turtle",
    "application/json": "application/json",
    'application/ld+json;profile="http://www.w3.org/ns/json-ld#compacted"': "application/ld+json",
    'text/turtle;x="a,b;q=0", text/csv;q=0.1': "text/csv",
    "text/html;level=1": None,
    "text/html;level=1, text/html;q=0.2, text/csv;q=0.3": "text/csv",
    "text/n3, application/rdf+xml;q=0.9": "text/turtle",
    "image/png": None,
    "text/html;q=0": None,
    "*/*;q=0": None,
    "text/html;q=0.000": None,
    "text/turtle;q=2, text/csv;q=0.1": "text/csv",
    "text/turtle;q=nan": "text/html",
    "nonsense": "text/html",
    ",,;,": "text/html",
    'text/turtle;a="': None,
    "\x00/\x00, text/csv": "text/csv",
}

# Accept-Language to the language that a reader gets.
LANGUAGES = {
    "": "da",
    "*": "da",
    "en": "en",
    "en-GB,en;q=0.9": "en",
    "en-GB": "en",
    "EN-us": "en",
    "da;q=0.4, en;q=0.5": "en",
    "de, en;q=0.2, da;q=0.1": "en",
    "de": "da",
    "da;q=0": "en",
    "da;q=0, *;q=0.5": "en",
    "en;q=0.5, *;q=0.1": "en",
    "en;q=0.1, *;q=0.5": "da",
    "en-GB;q=0, en": "en",
    "en-GB;q=0": "da",
    "en-GB, en;q=0": "da",
    "english": "da",
    "nb, da;q=0.8, en;q=0.9": "en",
    "en;q=abc, da": "da",
    "_": "da",
}

_weights = st.integers(0, 1000).map(lambda n: f"{n / 1000:.3f}")
_parts = st.tuples(st.sampled_from([*OFFERED, "*/*", "text/*", "application/*", "image/png"]), _weights)


@pytest.mark.parametrize(("accept", "chosen"), ACCEPTS.items())
def test_header_gets_the_form_it_wants_most(accept: str, chosen: str | None) -> None:
    """Each row of the table is one header."""
    assert best(accept, OFFERED) == chosen


@pytest.mark.parametrize(("accept", "chosen"), LANGUAGES.items())
def test_reader_gets_the_language_that_is_wanted_most(accept: str, chosen: str) -> None:
    """Each row of the table is one header."""
    assert best_language(accept, ("da", "en")) == chosen


def test_our_order_decides_between_equals() -> None:
    """Two equal weights: the first of ours."""
    assert best("text/csv, text/turtle", ("text/turtle", "text/csv")) == "text/turtle"
    assert best("text/turtle, text/csv", ("text/csv", "text/turtle")) == "text/csv"


def test_parameters_of_ours_must_be_asked_for_by_the_same_value() -> None:
    """A range with a parameter fits the type that has it, and is more specific than one without."""
    offered = ("text/csv", "text/csv;header=absent")
    assert best("text/csv;header=absent", offered) == "text/csv;header=absent"
    assert best('text/csv;q=0.5, text/csv;HEADER="Absent";q=0.6', offered) == "text/csv;header=absent"
    assert best("text/csv", ("text/csv; charset=utf-8",)) == "text/csv; charset=utf-8"


def test_nothing_offered_is_nothing_chosen() -> None:
    """Without forms there is none to choose."""
    assert best("*/*", ()) is None


@pytest.mark.parametrize(
    ("name", "suffix"),
    [
        ("ttl", "ttl"),
        ("Turtle", "ttl"),
        ("text/turtle", "ttl"),
        ("json-ld", "jsonld"),
        ("application/xhtml+xml", "html"),
        ("csv", "csv"),
        ("docx", None),
        ("", None),
    ],
)
def test_form_is_named_by_suffix_media_type_or_its_usual_name(name: str, suffix: str | None) -> None:
    """What `?format=` and the end of an address may say."""
    assert named(name) == suffix


@given(st.lists(_parts, min_size=1, max_size=8))
def test_chosen_form_has_the_highest_weight(parts: list[tuple[str, str]]) -> None:
    """No other form that is offered is wanted more, and none is chosen only when all weigh nothing."""
    accept = ", ".join(f"{media};q={weight}" for media, weight in parts)
    weights, chosen = qualities(accept, OFFERED), best(accept, OFFERED)
    highest = max(weights.values())
    assert (chosen is None) == (highest == 0)
    assert chosen is None or weights[chosen] == highest


@given(st.data(), st.lists(_parts, min_size=1, max_size=8))
def test_order_of_a_header_says_nothing(data: st.DataObject, parts: list[tuple[str, str]]) -> None:
    """The same parts in another order choose the same form."""
    texts = [f"{media};q={weight}" for media, weight in parts]
    shuffled = data.draw(st.permutations(texts))
    assert best(", ".join(texts), OFFERED) == best(", ".join(shuffled), OFFERED)


@given(st.one_of(st.text(max_size=200), st.text(alphabet='*/;,=q01.".\\ abtext', max_size=200)))
def test_no_header_is_too_odd_to_answer(header: str) -> None:
    """Whatever stands in a header, one of ours or none is chosen, and a language always is."""
    assert best(header, OFFERED) in (*OFFERED, None)
    assert best_language(header, ("da", "en")) in ("da", "en")


@pytest.mark.parametrize("header", ['"' * 20_000, "a/b;" * 5_000, ',"\\' * 7_000, "*/*," * 5_000])
def test_long_header_is_read_in_the_time_it_takes_to_read_it(header: str) -> None:
    """No pattern tries again and again what cannot fit."""
    assert best(header, OFFERED) in (*OFFERED, None)
