"""The texts of the pages as the code has them, and as the catalogues do.

    python -m tests.server.catalogues

prints what `locale/da/LC_MESSAGES/` lacks and what it has too much of, so that both can be mended by hand: a text
belongs in the catalogue of its part of the site, `<part>.po`, in the order in which the pages say it. Texts in
templates are found as Jinja2 reads them, those in Python in their call of `gettext` or `ngettext`; a text in a table,
translated where the table is read, counts as used when it stands in the code as a whole string.
"""

import ast
import sys
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po

SERVER = Path(str(files("samspil.server")))
CATALOGUES = sorted((SERVER / "locale" / "da" / "LC_MESSAGES").glob("*.po"))
METHODS = [("templates/**.html", "jinja2"), ("templates/**.xml", "jinja2")]
CALLS = ("gettext", "ngettext")
OPTIONS = {"templates/**.html": {"trimmed": "false", "silent": "false"}}


def singular(key: Any) -> str:
    """Return the first text of a key, which has two where a text is counted."""
    return str(key[0] if isinstance(key, tuple | list) else key)


def extracted() -> dict[str, str]:
    """Return every text that templates and code ask for, and where."""
    found = {
        singular(key): f"{file}:{line}" for file, line, key, *_ in extract_from_dir(SERVER, METHODS, OPTIONS)
    }
    return found | {
        text: f"{file.relative_to(SERVER)}:{call.lineno}"
        for file, tree in code()
        for call in ast.walk(tree)
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr in CALLS
        for text in said(call.args[0])
    }


def code() -> Iterator[tuple[Path, ast.AST]]:
    """Yield each module of the server, read."""
    for file in sorted(SERVER.rglob("*.py")):
        yield file, ast.parse(file.read_text(encoding="utf-8"))


def said(key: ast.expr) -> list[str]:
    """Return the texts that a call may ask for: the one that stands there, or either side of a condition."""
    if isinstance(key, ast.IfExp):
        return [*said(key.body), *said(key.orelse)]
    return [key.value] if isinstance(key, ast.Constant) and isinstance(key.value, str) else []


def strings(tree: ast.AST) -> list[str]:
    """Return every string that stands in a piece of code."""
    constants = (node.value for node in ast.walk(tree) if isinstance(node, ast.Constant))
    return [value for value in constants if isinstance(value, str)]


def constants() -> frozenset[str]:
    """Return every string that stands in the code of the server."""
    return frozenset(text for _, tree in code() for text in strings(tree))


def catalogue(file: Path) -> Catalog:
    """Return a catalogue as it is."""
    with file.open("rb") as opened:
        return read_po(opened, locale="da")


def messages() -> Iterator[tuple[str, Message]]:
    """Yield the name of each catalogue with each of its texts."""
    for file in CATALOGUES:
        for message in catalogue(file):
            if message.id:
                yield file.name, message


def missing() -> dict[str, str]:
    """Return the texts that no catalogue has, and where they are asked for."""
    known = {singular(message.id) for _, message in messages() if all_of(message)}
    return {text: place for text, place in extracted().items() if text not in known}


def superfluous() -> list[tuple[str, str]]:
    """Return the texts of catalogues that nothing asks for."""
    used = extracted().keys() | constants()
    return [(name, singular(message.id)) for name, message in messages() if singular(message.id) not in used]


def texts_of(message: Message) -> tuple[str, ...]:
    """Return the translation of a text, in each number where it is counted; an empty one where there is none."""
    texts = message.string if isinstance(message.string, tuple | list) else (message.string,)
    return tuple(text or "" for text in texts)


def all_of(message: Message) -> bool:
    """Tell whether a text is translated, in the singular and in the plural."""
    return all(texts_of(message)) and len(texts_of(message)) == (
        2 if isinstance(message.id, tuple | list) else 1
    )


if __name__ == "__main__":
    for text, place in missing().items():
        print(f"missing: {place}: {text!r}")
    for name, text in superfluous():
        print(f"superfluous: {name}: {text!r}")
    sys.exit(bool(missing() or superfluous()))
