"""Stories: read strictly, checked against the map, and the one that ships told on the map that ships."""

import json
import re
from pathlib import Path

import pytest
from tests.maps.samples import sample

from samspil.errors import InvalidStory
from samspil.maps import read_stories, render_map
from samspil.pipeline import draw, open_register
from samspil.project import Project

GOOD = """
title: {da: Os, en: Us}
steps:
  - title: {da: Først, en: First}
    text: {da: "Norddjurs\\n  i midten", en: In the middle}
    view: {focus: norddjurs, on: 2024, steps: 2}
  - title: {da: Så, en: Then}
    text: {da: Alt, en: Everything}
"""


def written(folder: Path, text: str) -> Path:
    """Write a story and return its path."""
    path = folder / "os.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_story_is_told_on_the_map(tmp_path: Path) -> None:
    page = render_map(sample(), stories=read_stories([written(tmp_path, GOOD)]), view={"story": "os"})
    data = json.loads(re.findall(r'id="data">(.*?)</script>', page, re.DOTALL)[0])
    (story,) = data["stories"]
    assert [step["view"] for step in story["steps"]] == ["focus=actor/norddjurs&steps=2&on=2024", ""]
    assert data["texts"][story["title"]] == ["Os", "Us"]
    assert data["texts"][story["steps"][0]["text"]] == ["Norddjurs i midten", "In the middle"]
    # What the step shows is there before the story says it.
    assert data["open"] == "focus=actor/norddjurs&steps=2&on=2024&story=os/1"


BROKEN = {
    "no YAML": ("title: {", "os.yaml:"),
    "a list": ("- 1", "title og steps er ventet"),
    "no steps": ("title: {da: Os, en: Us}\nsteps: []", "en liste af trin"),
    "one language": (GOOD.replace("en: Then", "sv: Sedan"), "trin 2: title er ventet på da og en"),
    "an empty text": (GOOD.replace("da: Alt", 'da: " "'), "trin 2: text er ventet på da og en"),
    "an unknown part": (GOOD.replace("text: {da: Alt", "txet: {da: Alt"), "Mente du text?"),
    "a view that is none": (
        GOOD.replace("view: {focus: norddjurs, on: 2024, steps: 2}", "view: all"),
        "trin 1",
    ),
    "an unknown actor": (GOOD.replace("focus: norddjurs", "focus: nordjurs"), "Mente du norddjurs?"),
    "an unknown setting": (GOOD.replace("steps: 2}", "step: 2}"), "Mente du steps?"),
    "an impossible day": (GOOD.replace("on: 2024", "on: 2024-02-30"), "trin 1: map: parameteren »on«"),
}


@pytest.mark.parametrize("case", BROKEN)
def test_story_that_cannot_be_told_names_file_and_step(tmp_path: Path, case: str) -> None:
    text, said = BROKEN[case]
    path = written(tmp_path, text)
    with pytest.raises(InvalidStory) as raised:
        render_map(sample(), stories=read_stories([path]))
    message = raised.value.message("da")
    assert message.startswith(str(path))
    assert said in message


def test_the_shipped_stories_can_be_told() -> None:
    project = Project.shipped()
    stories = read_stories(project.story_files())
    assert [story.id for story in stories] == ["norddjurs-og-trekantomraadet"]
    page = render_map(draw(open_register(project)), stories=stories)
    assert "focus=actor/dima" in page


def test_every_sentence_of_the_shipped_story_names_the_facts_that_it_rests_on() -> None:
    (path,) = Project.shipped().story_files()
    facts = (Path(__file__).parents[2] / "docs/reference/facts.md").read_text(encoding="utf-8")
    blocks = path.read_text(encoding="utf-8").split("\n  - title:")
    cited = [re.findall(r"\bD\d-\d\d", before.rsplit("#", 1)[-1]) for before in blocks[:-1]]
    assert all(cited)
    assert [fact for one in cited for fact in one if f"[{fact}]" not in facts] == []
