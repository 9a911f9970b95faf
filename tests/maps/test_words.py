"""Every word that the script, the template or the page in Python says is there, and none is there for nothing."""

import re
from pathlib import Path

from samspil.maps.words import WORDS

MAPS = Path(__file__).parents[2] / "src" / "samspil" / "maps"
SOURCES = [*sorted(MAPS.glob("script/**/*.js")), MAPS / "templates" / "map.html", *sorted(MAPS.glob("*.py"))]

# A name in quotes, or behind `w.` in the template. What a script makes of parts, `fact_${kind}`, is a pattern; where
# the first part is not written out, these are what it can be: in choices.js and looks.js, and in measures.js.
NAMED = re.compile(r"""["'`]([a-zA-Z_0-9]+)["'`]|\bw\.([a-z_0-9]+)""")
MEANT = ("density", "components", "diameter", "mean_degree")
CHOICES = ("steps", "direction", "rest", "certainty", "ask", "look_size", "look_colour")
MADE = re.compile(r"`([A-Za-z_]*(?:\$\{[^}]*\}[A-Za-z_]*)+)`")
SAID = re.compile(r"""\b(?:word|filled|counted|woven)\((?:app, )?["'`]([^"'`$]+)["'`]""")


def texts() -> list[str]:
    """Return the text of every file that can name a word; those that only define them are left out."""
    return [path.read_text(encoding="utf-8") for path in SOURCES if not path.name.endswith("words.py")]


def pattern(made: str) -> str:
    """Return what a name made of parts can be, as a pattern; what a part holds is a word of its own."""
    parts = re.split(r"\$\{[^}]*\}", made)
    return "[A-Za-z_0-9]+".join(map(re.escape, parts))


def used() -> tuple[set[str], list[re.Pattern[str]]]:
    """Return the names that are written out, and the patterns of those that are made of parts."""
    every = texts()
    plain = {one or other for text in every for one, other in NAMED.findall(text)}
    made = {name for text in every for name in MADE.findall(text)}
    # A pattern that begins with its part would fit every word.
    made |= {f"{name}_${{value}}" for name in CHOICES}
    plain |= {f"{name}_means" for name in MEANT}
    return plain, [re.compile(pattern(name)) for name in made if re.match(r"[a-z]", name)]


def test_every_word_that_is_said_is_there() -> None:
    said = {name for text in texts() for name in SAID.findall(text)}
    assert len(said) > 100
    counted = {"actors", "hubs", "relations", "passages"}  # nouns of samspil.maps.words.counted
    assert said - set(WORDS) - counted == set()


def test_every_word_is_said_somewhere() -> None:
    plain, made = used()
    idle = {name for name in WORDS if name.removesuffix("_one") not in plain and name not in plain}
    assert [name for name in sorted(idle) if not any(one.fullmatch(name) for one in made)] == []


def test_both_languages_have_the_same_gaps() -> None:
    gaps = {name: [set(re.findall(r"\{(\w+)\}", text)) for text in pair] for name, pair in WORDS.items()}
    assert {name for name, (danish, english) in gaps.items() if danish != english} == set()
    assert all(text.strip() for pair in WORDS.values() for text in pair)
