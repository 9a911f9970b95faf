"""`samspil map`: everything in one file, opened as the options say; any SELECT with two ends is a map too."""

import json
import re
from pathlib import Path
from typing import Any

import pytest

EDGES = """
SELECT ?source ?target ?label WHERE {
  ?part a sam:Participation ; org:organization ?target ; org:member ?source .
  ?target a sam:StrategicPartnership ; skos:prefLabel ?label . FILTER (LANG(?label) = "da")
}"""


def data(path: Path) -> dict[str, Any]:
    """Return what the script of a page reads."""
    (text,) = re.findall(r'id="data">(.*?)</script>', path.read_text(encoding="utf-8"), re.DOTALL)
    found: dict[str, Any] = json.loads(text)
    return found


def test_the_options_say_how_it_opens_and_the_file_holds_the_rest(samspil: Any, tmp_path: Path) -> None:
    words = "--focus", "Norddjurs Kommune", "--steps", "2", "--on", "2024-03-01", "--certainty", "certain"
    looks = "--layout", "geography", "--size", "betweenness", "--colour", "community", "--lang", "en"
    assert samspil("map", *words, *looks, "-o", "out.html").returncode == 0
    found = data(tmp_path / "out.html")
    assert found["open"] == (
        "focus=actor/norddjurs-kommune&steps=2&on=2024-03-01&certainty=certain"
        "&size=betweenness&colour=community&layout=geography"
    )
    assert found["lang"] == "en"
    assert len(found["nodes"]["id"]) > 60
    assert [story["id"] for story in found["stories"]] == ["norddjurs-og-trekantomraadet"]


def test_a_query_of_ones_own_is_a_map(samspil: Any, tmp_path: Path) -> None:
    (tmp_path / "my.rq").write_text(EDGES, encoding="utf-8")
    assert samspil("map", "my.rq", "--focus", "realdania", "--title", "Mine", "-o", "-").returncode == 0
    assert samspil("map", "my.rq", "--focus", "realdania", "--title", "Mine").returncode == 0
    found = data(tmp_path / "map.html")
    assert (found["title"], found["open"]) == (["Mine", "Mine"], "focus=actor/realdania")
    assert len(found["edges"]["id"]) == 6


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (["--focus", "norddjurs-komune"], 2, "Mente du norddjurs-kommune"),
        (["--on", "i går"], 2, "2024-02-19"),
        (["--steps", "4"], 2, "--steps"),
        (["--layout", "kort"], 2, "--layout"),
        (["--story", "norddjurs"], 2, "norddjurs-og-trekantomraadet"),
        (["--story", "nope"], 2, "norddjurs-og-trekantomraadet"),
        (["cooperations/list"], 2, "?source"),
        (["mine.rq"], 3, "mine.rq"),
    ],
    ids=str,
)
def test_what_cannot_be_shown_is_refused(
    samspil: Any, tmp_path: Path, arguments: list[str], code: int, said: str
) -> None:
    result = samspil("map", *arguments)
    assert (result.returncode, said in result.stderr) == (code, True), result.stderr
    assert not (tmp_path / "map.html").exists()
