"""Every error speaks both languages, names the place, and survives a trip between processes."""

import inspect
import pickle
import re
from pathlib import Path

import pytest

from samspil import errors
from samspil.errors import InputError, RemoteError, SamspilError, UsageError

PATH = Path("data/notat.ttl")

# One of each concrete error.
EXAMPLES: list[SamspilError] = [
    errors.UnknownName("question", "aftalr", ["aftaler", "aktører"]),
    errors.UnknownFormat("xlsm", ["xlsx"]),
    errors.UnfitFormat("csv", ["table", "json"], "truth"),
    errors.NotAnIdentifier("Århus Ø"),
    errors.NotInstalled("pandas"),
    errors.ParameterError("aftaler", "dato", "i går", "en dato (2024-02-19)"),
    errors.QuerySyntaxError("aftaler.rq", 2, 3, "WHERE { ?s }", "expected a predicate"),
    errors.NoSuchTerm("a.rq", 1, 5, "?a sam:b ?c", "unknown", None, "sam:b", ["sam:about"]),
    errors.ServiceRefused("a.rq", 1, 3, "{ SERVICE <urn:a> { ?s ?p ?o } }", "SERVICE", None, "urn:a"),
    errors.NotAMap("weight", "weight", 3, "meget"),
    errors.ServiceFailed("error 500"),
    errors.TookTooLong("agreements/in-force", 1.5),
    errors.NotTogether("--endpoint", "--store"),
    errors.NotExpressible("rdfxml", "<http://example.org/1>"),
    errors.TooManyRows("xlsx", 1_048_575),
    errors.PortTaken(8765),
    errors.NotOurHost("203.0.113.7", "it is not an address of this machine"),
    errors.NoPublicAddress("0.0.0.0"),  # noqa: S104  (a text)
    errors.NotASetting("--memory", "SAMSPIL_MEMORY", "lots", "size"),
    errors.ReadOnlyStore(Path("lager")),
    errors.NoBuiltStore(Path("lager"), "no store is there"),
    errors.NoGraphStore("https://example.org/ask"),
    errors.NoFileName("https://w3id.org/samspil/graph/../x"),
    errors.UnwritableOutput(PATH, "access is denied"),
    errors.UnreadableInput(PATH, "no such file"),
    errors.EncodingError(PATH, 4, 61),
    errors.ByteOrderMark(PATH),
    errors.LineEndings(PATH, 1),
    errors.TurtleSyntaxError(PATH, 4, 5, "s:x q:p 1 .", "The prefix q: has not been declared"),
    errors.DoctypeRefused(PATH, 2),
    errors.BadFileName(PATH, "notat-2024.ttl"),
    errors.ReservedGraph(PATH, "https://w3id.org/samspil/graph/derived"),
    errors.UnusedFile("data/notat.trig"),
    errors.InvalidShape("https://example.org/shape", "Expected SelectQuery"),
    errors.DuplicateGraph("https://w3id.org/samspil/graph/notat", PATH, Path("ontology/notat.ttl")),
    errors.DuplicateIdentifier("CVR", "29189986", "urn:a", PATH, "urn:b", Path("data/b.ttl")),
    errors.BlankNode(PATH, 7),
    errors.NotCanonical(PATH),
    errors.PeriodError("2024-02-30", "there is no such day", "data/notat.ttl <urn:a>"),
    errors.UnknownTerm("sam:Coperation", PATH, 12, ["sam:Cooperation"]),
    errors.NothingToValidate(PATH.parent),
    errors.InvalidStory(Path("stories/os.yaml"), 2, "Unknown actor: “x”.", "Ukendt aktør: »x«."),
    errors.NotAnEndpoint("sparql", "it is not a whole address"),
    errors.SecretInAddress("https://example.org/sparql"),
    errors.UnclearCredentials(),
    errors.NotATimeout(float("inf"), 86400),
    errors.GraphsDiffer("https://example.org/sparql", ["model", "merge"]),
    errors.TimedOut("https://example.org/sparql", 30.0),
    errors.GaveUp("https://example.org/sparql", 3.5),
    errors.Unreachable("https://example.org/sparql", "nothing listens there"),
    errors.AccessRefused("https://example.org/sparql", 401),
    errors.CredentialsRefused("https://example.org/sparql", 401),
    errors.NotSparql("https://example.org/", "text/html: <title>Hej</title>"),
    errors.WrongAnswer("https://example.org/sparql", "SELECT", "ASK"),
    errors.TruncatedAnswer("https://example.org/sparql", "the line closed too early"),
    errors.RowLimitReached("https://example.org/sparql", 10000),
    errors.AnswerTooLarge("https://example.org/sparql", 1000),
    errors.Moved("http://example.org/sparql", "https://example.org/sparql"),
    errors.ServerFailed("https://example.org/sparql", 500, "out of memory"),
    errors.QueryRefused("https://example.org/sparql", "no sum of dates"),
    errors.NothingThere("https://example.org/sparql"),
    errors.IncompleteRegister("https://example.org/sparql"),
    errors.NotAGraphStore("https://example.org/store", 404),
]
BRANCHES = {SamspilError, UsageError, InputError, RemoteError}

each_error = pytest.mark.parametrize("error", EXAMPLES, ids=lambda error: type(error).__name__)


def concrete() -> set[type[SamspilError]]:
    found = {value for _, value in inspect.getmembers(errors, inspect.isclass)}
    return {value for value in found if issubclass(value, SamspilError)} - BRANCHES


def test_every_concrete_error_has_an_example() -> None:
    assert {type(error) for error in EXAMPLES} == concrete()


def test_docstring_draws_the_tree() -> None:
    drawn = re.findall(r"[├└]── (\w+)", errors.__doc__ or "")
    assert sorted(drawn) == sorted(kind.__name__ for kind in (concrete() | BRANCHES) - {SamspilError})


def test_all_names_every_error() -> None:
    assert set(errors.__all__) == {kind.__name__ for kind in concrete() | BRANCHES}


@each_error
def test_both_languages_are_complete(error: SamspilError) -> None:
    assert set(type(error).messages) == {"da", "en"}
    danish, english = error.message("da"), error.message("en")
    assert danish != english
    assert error.message() == danish
    assert str(error) == english
    assert not re.search(r"[{}]\w|None", (danish + english).replace("{ ?s }", ""))


@each_error
def test_messages_end_a_sentence(error: SamspilError) -> None:
    for lang in ("da", "en"):
        assert error.message(lang)[-1] in ".?"


@each_error
def test_error_survives_pickling(error: SamspilError) -> None:
    copy = pickle.loads(pickle.dumps(error))  # noqa: S301  (bytes made in this line)
    assert type(copy) is type(error)
    assert copy.message() == error.message()
    assert vars(copy) == vars(error)


@each_error
def test_exit_code_is_that_of_the_branch(error: SamspilError) -> None:
    expected = {UsageError: 2, InputError: 3, RemoteError: 4}
    assert [code for branch, code in expected.items() if isinstance(error, branch)] == [error.exit_code]


def test_syntax_error_points_at_the_column() -> None:
    error = errors.TurtleSyntaxError(PATH, 4, 5, "s:x\tq:p 1 .", "no prefix")
    assert str(error).splitlines() == [
        "data/notat.ttl:4:5: cannot be read: no prefix",
        "  s:x q:p 1 .",
        "      ^",
        "Correct this line or the one before.",
    ]


@pytest.mark.parametrize(
    ("names", "danish", "english"),
    [
        ([], "", ""),
        (["a"], " Mente du a?", " Did you mean a?"),
        (["a", "b"], " Mente du a eller b?", " Did you mean a or b?"),
        (["a", "b", "c"], " Mente du a, b eller c?", " Did you mean a, b or c?"),
    ],
)
def test_suggestions_are_a_question(names: list[str], danish: str, english: str) -> None:
    error = errors.UnknownName("actor", "x", names)
    assert error.message("da") == f"Ukendt aktør: »x«.{danish}"
    assert error.message("en") == f"Unknown actor: “x”.{english}"


def test_kind_without_a_translation_is_shown_as_it_is() -> None:
    assert errors.UnknownName("gizmo", "x").message("da") == "Ukendt gizmo: »x«."


def test_known_reason_is_translated_and_another_kept() -> None:
    assert "filen findes ikke" in errors.UnreadableInput(PATH, "no such file").message("da")
    assert "Input/output error" in errors.UnreadableInput(PATH, "Input/output error").message("da")


def test_words_in_both_languages_are_told_as_they_are() -> None:
    error = errors.QuerySyntaxError("a.rq", 1, 1, "", "a dot is missing", {"da": "punktum", "en": "a dot"})
    assert (": punktum\n" in error.message("da"), ": a dot\n" in error.message("en")) == (True, True)


def test_place_without_a_line_is_the_path() -> None:
    assert errors.BlankNode(PATH).message("en").startswith("data/notat.ttl: a blank node")


def test_braces_in_a_value_are_left_alone() -> None:
    assert "»{0} {x}«" in errors.NotAnIdentifier("{0} {x}").message("da")


def test_unknown_language_gets_english() -> None:
    assert errors.NotCanonical(PATH).message("sv") == errors.NotCanonical(PATH).message("en")
