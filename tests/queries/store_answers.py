"""Write the stored answers anew, after data or questions have changed: `python tests/queries/store_answers.py`.

Read the diff before it is committed: a line of it is an answer that people would now get.
"""

import tomllib
from datetime import date
from pathlib import Path

from samspil.pipeline import open_register
from samspil.project import Project
from samspil.queries import answer

_HERE = Path(__file__).parent


def store_answers() -> None:
    """Write the answer of every case, and remove what belongs to none."""
    register = open_register(Project.shipped())
    written = set()
    for case in tomllib.loads((_HERE / "cases.toml").read_text(encoding="utf-8"))["case"]:
        name = ".".join(filter(None, [case["question"], case.get("name")]))
        path = _HERE / "expected" / f"{name}.csv"
        rows = answer(
            register.store, register.library.get(case["question"]), case.get("values", {}), date(2024, 2, 19)
        )
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(rows.serialize("csv").replace(b"\r\n", b"\n"))
        written.add(path)
    for path in set((_HERE / "expected").rglob("*.csv")) - written:
        path.unlink()


if __name__ == "__main__":
    store_answers()
