"""The guide for whoever runs the explorer names every setting with its variable and its default, in both languages."""

import re
from pathlib import Path
from typing import Any

import pytest
from typer.core import TyperOption

from samspil.cli import whole_command
from samspil.cli.speech import speak_danish

DOCS = Path(__file__).parents[2] / "docs"


def settings(lang: str) -> str:
    """Return the rows of the settings of `samspil serve`: option, variable, default, words."""
    command: Any = whole_command()
    if lang == "da":
        speak_danish(command)
    options = [one for one in command.commands["serve"].params if isinstance(one, TyperOption) and one.envvar]
    return "\n".join(
        f"| `{one.opts[0]}` | `{one.envvar}` | {_default(one)} | {str(one.help).rstrip('.')} |"
        for one in options
    )


def _default(option: TyperOption) -> str:
    """Return the default of an option as it is written, if it has one."""
    return f"`{option.default}`" if option.default not in ("", False, None) else ""


@pytest.mark.parametrize(("page", "lang"), [("explorer.md", "en"), ("udforsker.md", "da")])
def test_every_setting_is_in_the_guide_as_the_command_says_it(page: str, lang: str) -> None:
    assert settings(lang) in (DOCS / page).read_text(encoding="utf-8")


def test_both_guides_have_the_same_commands_and_sections() -> None:
    texts = [(DOCS / page).read_text(encoding="utf-8") for page in ("explorer.md", "udforsker.md")]
    commands = [re.findall(r"^samspil [^#\n]*?(?= +#|$)", text, re.MULTILINE) for text in texts]
    assert commands[0] == commands[1]
    assert len(re.findall(r"^## ", texts[0], re.MULTILINE)) == len(
        re.findall(r"^## ", texts[1], re.MULTILINE)
    )
