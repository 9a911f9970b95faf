"""The words of what is not answered."""

import pytest

from samspil.server.catalogues import translations
from samspil.server.sparql.refusals import _TEXTS


@pytest.mark.parametrize("text", _TEXTS)
def test_every_refusal_has_danish_words_with_the_same_values(text: str) -> None:
    danish = translations("da").gettext(text)
    assert danish != text
    assert danish.count("%(") == text.count("%(")
