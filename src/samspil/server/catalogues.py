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

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

__all__ = ["translations"]

_LOCALE: Final = files("samspil.server") / "locale"


@cache
def translations(lang: str) -> gettext.NullTranslations:
    """Return the texts of a language: English as they stand, Danish from every catalogue."""
    folder = _LOCALE / lang / "LC_MESSAGES"
    if not folder.is_dir():
        return gettext.NullTranslations()
    whole = Catalog(locale=lang)
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.name.endswith(".po"):
            for text in read_po(io.BytesIO(file.read_bytes()), locale=lang):
                whole.add(text.id, text.string, flags=text.flags, context=text.context)
    compiled = io.BytesIO()
    write_mo(compiled, whole)
    compiled.seek(0)
    return gettext.GNUTranslations(compiled)
