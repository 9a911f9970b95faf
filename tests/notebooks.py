"""The notebooks of `examples/`: `python -m tests.notebooks` writes them from the one text that both come from.

`examples/samspil.md` holds prose and code in Danish and English; a comment, `<!-- da -->`, `<!-- en -->` or
`<!-- da en -->`, says whose what follows is, up to the next. A notebook that nobody has run holds no outputs, so
that a change of it is a change of its text.
"""

import json
import re
from pathlib import Path
from typing import Any, Final

EXAMPLES: Final = Path(__file__).parents[1] / "examples"

# Language to its notebook.
NOTEBOOKS: Final = {"da": "samspil.ipynb", "en": "samspil.en.ipynb"}

_PART: Final = re.compile(r"^<!-- ([a-z ]+) -->\n", re.MULTILINE)
_CODE: Final = re.compile(r"\s*```python\n(.*?)\n```\s*", re.DOTALL)

_METADATA: Final = {
    "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}


def notebook(lang: str) -> str:
    """Return the notebook in one language, as Jupyter writes one that nobody has run (nbformat 4.5)."""
    cells = [_cell(f"cell-{number}", text) for number, text in enumerate(_parts(lang), start=1)]
    made = {"cells": cells, "metadata": _METADATA, "nbformat": 4, "nbformat_minor": 5}
    return json.dumps(made, ensure_ascii=False, indent=1) + "\n"


def _cell(name: str, text: str) -> dict[str, Any]:
    """Return a cell of code for a block of code, of prose for anything else."""
    code = _CODE.fullmatch(text)
    source = (code[1] if code else text.strip()).splitlines(keepends=True)
    if code:
        outputs: dict[str, Any] = {"cell_type": "code", "execution_count": None, "outputs": []}
        return outputs | {"id": name, "metadata": {}, "source": source}
    return {"cell_type": "markdown", "id": name, "metadata": {}, "source": source}


def _parts(lang: str) -> list[str]:
    """Return the parts of the text that a language has."""
    _, *found = _PART.split((EXAMPLES / "samspil.md").read_text(encoding="utf-8"))
    return [text for langs, text in zip(found[::2], found[1::2], strict=True) if lang in langs.split()]


if __name__ == "__main__":
    for lang, name in NOTEBOOKS.items():
        (EXAMPLES / name).write_text(notebook(lang), encoding="utf-8")
