"""What the documentation says is so: its commands run, its pages are what the code would generate."""

import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.docs.reference import PAGES, REFERENCE
from tests.servers import oxigraph_server

from samspil.exports import WRITERS

ROOT = Path(__file__).parents[2]
PAGES_FOR_PEOPLE = ("README.md", *(f"docs/{p}.md" for p in ("guide", "vejledning", "servers", "servere")))
# Commands that need something of the user's own, or that do not end by themselves.
ELSEWHERE = ("samspil serve", "my.ttl", "my-edges.rq", "data/*.ttl", "endpoint URL")
# What the pages call a server that has the register: a real one stands for it.
SERVER = "http://localhost:7878/query"


def _commands() -> list[str]:
    """Return every `samspil ...` command of a code block or of code in a table."""
    found: set[str] = set()
    for name in PAGES_FOR_PEOPLE:
        text = (ROOT / name).read_text(encoding="utf-8")
        blocks = re.findall(r"```sh\n(.*?)```", text, re.DOTALL)
        lines = [line for block in blocks for line in block.splitlines()]
        cells = re.findall(r"^\|.*?`(samspil [^`]*)`", text, re.MULTILINE)
        for line in (*lines, *cells):
            if match := re.match(r"(?:\.venv/bin/)?(samspil .*)", line):
                found.add(match[1].partition("  #")[0].strip())
    kept = (command for command in found if not any(words in command for words in ELSEWHERE))
    # The Danish page and the English one tell the same command with another name for what it writes.
    return sorted(
        {re.sub(r"-o \w+\.html", "-o map.html", command): command for command in sorted(kept)}.values()
    )


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return the address of a server that has the register."""
    folder = tmp_path_factory.mktemp("server")
    with oxigraph_server(folder) as server:
        _runs(f"samspil push --endpoint {server.query}", folder)
        yield server.query


@pytest.mark.parametrize("command", _commands())
def test_every_documented_command_runs(command: str, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    if "query" in command and "--store register" in command:
        _runs("samspil build --store register", tmp_path)
    if SERVER in command:
        command = command.replace(SERVER, request.getfixturevalue("server"))
    _runs(command, tmp_path)


def _runs(command: str, folder: Path) -> None:
    """Fail when a command does not end well."""
    words = [sys.executable, "-m", "samspil", *shlex.split(command)[1:]]
    done = subprocess.run(words, cwd=folder, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_two_commands_of_the_readme_are_tasks() -> None:
    tasks = re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    assert {"serve", "test"} <= set(tasks)


def test_every_export_is_named_in_the_readme() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert all(re.search(rf"\b{format.suffix}\b", text) for format in WRITERS.values())


@pytest.mark.parametrize("name", PAGES)
def test_generated_pages_are_what_the_code_generates(name: str) -> None:
    assert (REFERENCE / name).read_text(encoding="utf-8") == PAGES[name]()


def test_the_architecture_names_every_module() -> None:
    text = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
    modules = {
        path.stem for path in (ROOT / "src" / "samspil").iterdir() if not path.name.startswith((".", "_"))
    }
    assert {name for name in modules if not re.search(rf"^\| `{name}/?` \|", text, re.MULTILINE)} <= {
        "py",
        "resources",
    }


@pytest.mark.parametrize(
    "name", ["README.md", *(f"docs/{page}" for page in ("guide.md", "vejledning.md", "architecture.md"))]
)
def test_links_between_pages_lead_somewhere(name: str) -> None:
    page = ROOT / name
    for target in re.findall(r"\]\(([^)#:]+)\)", page.read_text(encoding="utf-8")):
        assert (page.parent / target).exists(), target
