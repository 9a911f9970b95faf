"""The notebooks are what their text says, hold nothing of a run, and run from top to bottom in a real kernel."""

import base64
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbclient import NotebookClient
from tests.notebooks import EXAMPLES, NOTEBOOKS, notebook

# Language to: words of a table of what is in force, the title of the map's frame, the file that the last cell writes.
EXPECTED = {
    "da": ("Aftalen med Aarhus Universitet, 2022-2025", "Kort over hvem", "aftaler-i-kraft.xlsx"),
    "en": ("The agreement with Aarhus University, 2022-2025", "Map of who", "agreements-in-force.xlsx"),
}


@dataclass(frozen=True)
class Run:
    """A notebook that was run: its language, the outputs of its cells, and the folder that it worked in."""

    lang: str
    outputs: list[Any]
    folder: Path

    def shown(self, media_type: str) -> list[str]:
        """Return what the cells show in one form."""
        return [one["data"][media_type] for one in self.outputs if media_type in one.get("data", {})]


@pytest.fixture(scope="module", params=NOTEBOOKS)
def run(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run a notebook in a kernel of its own; an error in any cell fails here."""
    made, folder = _read(notebook(request.param)), tmp_path_factory.mktemp("notebook")
    resources = {"metadata": {"path": str(folder)}}
    NotebookClient(made, kernel_name="python3", timeout=120, resources=resources).execute()
    return Run(request.param, [one for cell in made.cells for one in cell.get("outputs", [])], folder)


@pytest.mark.parametrize("lang", NOTEBOOKS)
def test_a_notebook_is_what_its_text_says_and_nobody_has_run_it(lang: str) -> None:
    text = (EXAMPLES / NOTEBOOKS[lang]).read_text(encoding="utf-8")
    assert text == notebook(lang)
    nbformat.validate(_read(text))


def test_both_languages_have_the_same_cells_in_the_same_order() -> None:
    danish, english = ([cell["cell_type"] for cell in _read(notebook(lang)).cells] for lang in ("da", "en"))
    assert danish == english


def test_no_cell_complains(run: Run) -> None:
    assert not [one for one in run.outputs if one.get("name") == "stderr"]


def test_what_is_in_force_is_a_table(run: Run) -> None:
    (table,) = [page for page in run.shown("text/html") if re.search(r"<p>4 (rækker|rows)</p>", page)]
    assert EXPECTED[run.lang][0] in table
    assert len(re.findall(r"<td>(?:ja|yes)</td>", table)) == 2


def test_the_map_is_in_the_notebook(run: Run) -> None:
    (frame,) = [page for page in run.shown("text/html") if "<iframe" in page]
    assert frame.startswith(f'<iframe title="{EXPECTED[run.lang][1]}')


def test_the_figure_is_a_picture_of_a_width_to_read(run: Run) -> None:
    (chart,) = (base64.b64decode(one) for one in run.shown("image/png"))
    assert chart.startswith(b"\x89PNG\r\n\x1a\n")
    assert int.from_bytes(chart[16:20]) > 800  # PNG, 11.2.2: the width


def test_the_workbook_is_written(run: Run) -> None:
    assert (run.folder / EXPECTED[run.lang][2]).read_bytes().startswith(b"PK")


def _read(text: str) -> Any:
    """Return a notebook as nbformat has it."""
    return nbformat.reads(text, as_version=4)  # type: ignore[no-untyped-call]  # nbformat has no types
