"""What the command says about itself: Danish unless English is asked for, and whole in both."""

import re
from collections.abc import Iterator
from typing import Any

import pytest
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from samspil.cli import whole_command
from samspil.cli.danish import HELP, NAMES, SENTENCES
from samspil.cli.speech import speak_danish

COMMANDS = [
    "build",
    "validate",
    "format",
    "map",
    "export",
    "serve",
    "queries",
    "query",
    "push",
    "pull",
    "doctor",
]
SAME_IN_BOTH = {"da|en", "FORMAT", "N", "PORT", "URL"}
CODES = {
    "en": "Exit codes: 0 done, 1 findings, 2 usage, 3 unreadable input, 4 remote or timeout, 130 interrupted.",
    "da": "Afslutningskoder: 0 udført, 1 fund, 2 forkert brug, 3 ulæselige data, 4 fjernserver eller tidsfrist,"
    " 130 afbrudt.",
}


def _tree(command: Any) -> list[TyperCommand | TyperGroup]:
    """Return a command and all below it."""
    below = command.commands.values() if isinstance(command, TyperGroup) else ()
    return [command, *(each for one in below for each in _tree(one))]


def _help_of(command: Any) -> Iterator[str]:
    """Yield the help strings of a command and its parameters: by paragraph, and by line where an example is."""
    for text in (command.help, command.short_help, command.epilog):
        for paragraph in (text or "").split("\n\n"):
            lines = paragraph.removeprefix("\b\n").split("\n")
            yield from lines if paragraph.startswith("\b") else [" ".join(lines)]
    yield from (parameter.help or "" for parameter in command.params)


def _names_of(command: Any) -> Iterator[str]:
    """Yield what stands for values in the help of a command."""
    yield command.options_metavar
    if isinstance(command, TyperGroup):
        yield command.subcommand_metavar
    for parameter in command.params:
        if isinstance(parameter, TyperArgument):
            yield parameter.metavar or parameter.name or ""
        if isinstance(parameter, TyperOption) and parameter.metavar:
            yield parameter.metavar


def test_every_help_string_has_a_danish_twin_and_no_twin_is_left_over() -> None:
    english = {text for command in _tree(whole_command()) for text in _help_of(command)}
    spoken = {text for text in english if text and not text.startswith("  samspil ")}
    assert spoken | {"Show this message and exit."} == HELP.keys()


def test_every_name_of_a_value_has_a_danish_twin_and_no_twin_is_left_over() -> None:
    names = {name for command in _tree(whole_command()) for name in _names_of(command)}
    assert names == NAMES.keys() | SAME_IN_BOTH


def test_no_english_is_left_in_a_command_that_speaks_danish() -> None:
    command = whole_command()
    speak_danish(command)
    spoken = {text for each in _tree(command) for text in (*_help_of(each), *_names_of(each))}
    assert spoken & (HELP.keys() | NAMES.keys()) == set()
    assert set(HELP.values()) - {HELP["Show this message and exit."]} <= spoken


def test_a_command_built_after_a_danish_one_is_english() -> None:
    speak_danish(whole_command())
    assert (whole_command().help or "").startswith("A knowledge graph")


def _sentences(text: str) -> set[str]:
    """Return the parts of a help text that have several words, but for examples, options and the usage line."""
    cells = {cell for line in text.splitlines()[1:] for cell in re.split(r"^ +| {2,}", line) if " " in cell}
    return {cell for cell in cells if not re.match(r"`?samspil |--|-\w", cell)}


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_danish_help_shares_no_words_with_english(samspil: Any, command: str) -> None:
    words = [command] if command else []
    danish, english = samspil(*words, "--help").stdout, samspil(*words, "--help", SAMSPIL_LANG="en").stdout
    assert len(_sentences(english)) > 4
    assert _sentences(danish) & _sentences(english) == set()
    assert not re.search(r"Usage|Options|Arguments|Commands|default:|required|\bthe\b", danish)


@pytest.mark.parametrize("lang", ["da", "en"])
@pytest.mark.parametrize("command", COMMANDS)
def test_help_has_an_example_on_its_own_line_and_words_for_every_option(
    samspil: Any, command: str, lang: str
) -> None:
    result = samspil(command, "--help", SAMSPIL_LANG=lang)
    assert (result.returncode, result.stderr) == (0, "")
    heading = {"da": "Eksemp(el|ler):", "en": "Examples?:"}[lang]
    assert re.search(rf"^  {heading}\n    samspil {command}\b", result.stdout, re.MULTILINE)
    unexplained = re.compile(r"^  (?:-\w, )?--[\w-]+(?: \S+)?\n(?! {12})", re.MULTILINE)
    assert not unexplained.search(result.stdout)
    assert "<str>" not in result.stdout


@pytest.mark.parametrize("lang", ["da", "en"])
def test_help_names_every_command_and_exit_code(samspil: Any, lang: str) -> None:
    text = samspil("--help", SAMSPIL_LANG=lang).stdout
    assert CODES[lang] in " ".join(text.split())
    assert re.findall(r"^  (\w+) {2,}", text, re.MULTILINE) == COMMANDS


@pytest.mark.parametrize(
    "arguments",
    [
        ["--lang", "en", "query", "--help"],
        ["query", "--lang", "en", "--help"],
        ["query", "--help", "--lang", "en"],
        ["query", "-h", "--lang=en"],
        ["--lang", "da", "query", "--help", "--lang", "en"],
    ],
)
def test_english_may_be_asked_for_anywhere_on_the_line(samspil: Any, arguments: list[str]) -> None:
    result = samspil(*arguments)
    assert (result.returncode, result.stdout) == (0, samspil("query", "-h", SAMSPIL_LANG="en").stdout)
    assert result.stdout.startswith(
        "Usage: python -m samspil query [OPTIONS] {question}\n\n  Answer a question, "
    )


def test_the_language_of_the_line_wins_over_that_of_the_environment(samspil: Any) -> None:
    assert samspil("query", "-h", "--lang", "da", SAMSPIL_LANG="en").stdout.startswith(
        "Brug: python -m samspil query [T"
    )


def test_a_language_before_the_command_is_that_of_its_answer_unless_the_command_has_its_own(
    samspil: Any,
) -> None:
    ask = ["query", "ASK { ?s ?p ?o }"]
    assert samspil("--lang", "en", *ask).stdout == "yes\n"
    assert samspil("--lang", "en", *ask, "--lang", "da").stdout == "ja\n"
    assert samspil("--lang", "en", *ask, SAMSPIL_LANG="da").stdout == "yes\n"


@pytest.mark.parametrize("command", [["format", "-"], ["export", "-"], ["queries"]])
def test_every_command_refuses_a_language_that_is_not_spoken(samspil: Any, command: list[str]) -> None:
    result = samspil(*command, "--lang", "sv")
    assert (result.returncode, result.stdout, "sv" in result.stderr) == (2, "", True)


@pytest.mark.parametrize("encoding", ["ascii", "cp437"])
def test_help_is_utf_8_whatever_the_terminal(samspil: Any, encoding: str) -> None:
    assert "kør egen SPARQL" in samspil("query", "--help", PYTHONIOENCODING=encoding).stdout


# Words of the command line to the last line of what is told, in Danish and in English.
MISTAKES = {
    "push": ("Fejl: Tilvalget '--endpoint' mangler.", "Error: Missing option '--endpoint'."),
    "query": ("Fejl: Argumentet 'spørgsmål' mangler.", "Error: Missing argument 'question'."),
    "format": ("Fejl: Argumentet 'fil...' mangler.", "Error: Missing argument 'files'."),
    "nothing": ("Fejl: Kommandoen 'nothing' findes ikke.", "Error: No such command 'nothing'."),
    "exprt": (
        "Fejl: Kommandoen 'exprt' findes ikke. Mente du 'export'?",
        "Error: No such command 'exprt'. Did you mean 'export'?",
    ),
    "--lang=": ("Fejl: Angiv en kommando.", "Error: Missing command."),
    "query x --zzz": ("Fejl: Tilvalget --zzz findes ikke.", "Error: No such option: --zzz"),
    "query x --forma": (
        "Fejl: Tilvalget --forma findes ikke. Mente du --format?",
        "Error: No such option: --forma (Possible options: --format)",
    ),
    "query x -p": ("Fejl: Tilvalget '-p' skal have en værdi.", "Error: Option '-p' requires an argument."),
    "map --help=1": (
        "Fejl: Tilvalget '--help' kan ikke have en værdi.",
        "Error: Option '--help' does not take a value.",
    ),
    "query x y": ("Fejl: Der er for mange argumenter: y", "Error: Got unexpected extra argument(s) (y)"),
    "validate -f html": (
        "Fejl: Ugyldig værdi for '--format' / '-f': 'html' er ikke en af 'text', 'json', 'turtle'.",
        "Error: Invalid value for '--format' / '-f': 'html' is not one of 'text', 'json', 'turtle'.",
    ),
    "serve --port x": (
        "Fejl: Ugyldig værdi for '--port' eller 'SAMSPIL_PORT': 'x' er ikke et helt tal.",
        "Error: Invalid value for '--port' (env var: 'SAMSPIL_PORT'): 'x' is not a valid int range.",
    ),
    "query x --timeout y": (
        "Fejl: Ugyldig værdi for '--timeout': 'y' er ikke et tal.",
        "Error: Invalid value for '--timeout': 'y' is not a valid float.",
    ),
    "query x --limit 0": (
        "Fejl: Ugyldig værdi for '--limit': 0 ligger ikke i området 1<=x<=1000000000.",
        "Error: Invalid value for '--limit': 0 is not in the range 1<=x<=1000000000.",
    ),
    "serve --port 65536": (
        "Fejl: Ugyldig værdi for '--port' eller 'SAMSPIL_PORT': 65536 ligger ikke i området 0<=x<=65535.",
        "Error: Invalid value for '--port' (env var: 'SAMSPIL_PORT'): 65536 is not in the range 0<=x<=65535.",
    ),
}


@pytest.mark.parametrize("line", MISTAKES)
def test_a_usage_error_is_told_in_the_language_of_the_user(samspil: Any, line: str) -> None:
    danish, english = samspil(*line.split()), samspil(*line.split(), SAMSPIL_LANG="en")
    assert (danish.returncode, english.returncode) == (2, 2)
    assert (danish.stderr.splitlines()[-1], english.stderr.splitlines()[-1]) == MISTAKES[line]
    assert not re.search("Usage|Try|Error", danish.stderr)


def test_every_sentence_of_a_usage_error_is_tried() -> None:
    told = "\n".join(english for _, english in MISTAKES.values())
    untried = [each for each in SENTENCES if max(re.split(r"\{\d\}", each), key=len).strip() not in told]
    assert untried == ["{0}\nTry {1} for help.\n\nError: {2}"]


def test_a_usage_error_begins_with_the_usage_and_says_where_help_is(samspil: Any) -> None:
    assert samspil("query").stderr == (
        "Brug: python -m samspil query [TILVALG] {spørgsmål}\n"
        "Hjælp: 'python -m samspil query -h'\n\n"
        "Fejl: Argumentet 'spørgsmål' mangler.\n"
    )


def test_words_of_the_user_are_told_as_they_are(samspil: Any) -> None:
    assert samspil("{0}\nError: {1}").stderr.endswith("Fejl: Kommandoen '{0}\\nError: {1}' findes ikke.\n")


def test_no_words_at_all_give_the_help_and_the_code_of_wrong_use(samspil: Any) -> None:
    result = samspil()
    assert (result.returncode, result.stdout) == (2, "")
    assert result.stderr == samspil("--help").stdout
