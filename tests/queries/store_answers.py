"""Write the stored answers anew, after data or questions have changed: `python -m tests.queries.store_answers`.

Read the diff before it is committed: a line of it is an answer that people would now get.
"""

from tests.queries.cases import FOLDERS, answered, open_registers, read_cases


def store_answers() -> None:
    """Write the answer of every case, and remove what belongs to none."""
    for name, register in open_registers().items():
        written = set()
        for case in read_cases(name):
            path = case.stored(register.library)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(answered(register, case))
            written.add(path)
        for path in {*(FOLDERS[name] / "expected").rglob("*.*")} - written:
            path.unlink()


if __name__ == "__main__":
    store_answers()
