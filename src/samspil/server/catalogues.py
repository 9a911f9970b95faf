"""The texts of the pages in the languages that Samspil speaks: GNU gettext catalogues, one for each part of the site.

The text in code and templates is English and is the key; `locale/da/LC_MESSAGES/<part>.po` has it in Danish. They are
read as they are (Babel), so nothing has to be compiled.
"""

from __future__ import annotations

import gettext
import io
from functools import cache
from importlib.resources import files
from typing import Final

from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

__all__ = ["translations"]

_LOCALE: Final = files("samspil.server") / "locale"


@cache
def translations(lang: str) -> gettext.NullTranslations:
    """Return the texts of a language: English as they stand, Danish from every catalogue."""
    texts = gettext.NullTranslations()
    folder = _LOCALE / lang / "LC_MESSAGES"
    for file in sorted(folder.iterdir(), key=lambda file: file.name) if folder.is_dir() else ():
        if file.name.endswith(".po"):
            compiled = io.BytesIO()
            write_mo(compiled, read_po(io.BytesIO(file.read_bytes()), locale=lang))
            compiled.seek(0)
            more = gettext.GNUTranslations(compiled)
            more.add_fallback(texts)
            texts = more
    return texts
