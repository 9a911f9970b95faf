"""The built wheel, installed alone into an empty environment, does the main job without the checkout."""

import shutil
import subprocess
import sys
import sysconfig
import venv
import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
Run = Callable[..., str]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    subprocess.run(command, check=True, capture_output=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def samspil(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run the command of an environment that has the wheel, and beside it only what the wheel depends on.

    The dependencies are lent by the environment of the tests, so that the suite runs offline; a path file does
    not follow the path files of the folder that it names, so the checkout stays out of sight.
    """
    folder = tmp_path_factory.mktemp("alone")
    venv.create(folder, with_pip=False)
    packages = next((folder / "lib").glob("python*/site-packages"))
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(packages)
    (packages / "lent.pth").write_text(sysconfig.get_path("purelib"), encoding="utf-8")

    def run(*arguments: str) -> str:
        command = [str(folder / "bin" / "python"), "-m", "samspil", *arguments]
        done = subprocess.run(
            command, cwd=folder, check=True, capture_output=True, text=True, encoding="utf-8"
        )
        return done.stdout

    return run


def test_it_carries_everything_that_the_program_reads(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    for folder in ("ontology", "shapes", "queries", "data"):
        ours = {path.relative_to(ROOT).as_posix() for path in (ROOT / folder).rglob("*") if path.is_file()}
        assert {f"samspil/resources/{name}" for name in ours} <= set(names)
    assert not [name for name in names if "tests" in name or name.endswith((".min.js", ".pyc"))]


def test_it_carries_what_pages_bring_from_npm_and_no_source_of_it(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()
    assert {"samspil/maps/assets/map.js", "samspil/maps/assets/countries-10m.json"} <= set(names)
    assert not [name for name in names if "/script/" in name or "node_modules" in name]


def test_source_distribution_builds_the_same_wheel_without_npm(wheel: Path, tmp_path: Path) -> None:
    build = [sys.executable, "-m", "build", "--no-isolation", "--outdir", str(tmp_path)]
    subprocess.run([*build, "--sdist", str(ROOT)], check=True, capture_output=True)
    shutil.unpack_archive(next(tmp_path.glob("*.tar.gz")), tmp_path, filter="data")
    unpacked = next(path for path in tmp_path.iterdir() if path.is_dir())
    assert not (unpacked / "web/package-lock.json").exists()
    subprocess.run([*build, "--wheel", str(unpacked)], check=True, capture_output=True)
    assert zipfile.ZipFile(next(tmp_path.glob("*.whl"))).namelist() == zipfile.ZipFile(wheel).namelist()


def test_it_validates_what_it_carries(samspil: Run) -> None:
    assert ": 0 skal rettes, " in samspil("validate")


def test_it_answers(samspil: Run) -> None:
    assert samspil("query", "cooperations/formal-partnerships", "--format", "csv").count("\n") == 4


def test_it_builds_the_maps_and_the_dumps(samspil: Run, tmp_path: Path) -> None:
    samspil("build", "--output", str(tmp_path))
    assert {"map.html", "samspil.trig", "samspil.gexf"} <= {path.name for path in tmp_path.iterdir()}
