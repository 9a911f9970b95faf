"""Another machine failed, or the time ran out: exit code 4."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from samspil.errors.root import SamspilError

__all__ = [
    "AccessRefused",
    "AnswerTooLarge",
    "CredentialsRefused",
    "GaveUp",
    "GraphsDiffer",
    "IncompleteRegister",
    "Moved",
    "NotAGraphStore",
    "NotSparql",
    "NothingThere",
    "QueryRefused",
    "RemoteError",
    "RowLimitReached",
    "ServerFailed",
    "ServiceFailed",
    "TimedOut",
    "TookTooLong",
    "TruncatedAnswer",
    "Unreachable",
    "WrongAnswer",
]


def _number(value: float, lang: str) -> str:
    """Return a number as it is written in a language."""
    return f"{value:g}".replace(".", "," if lang == "da" else ".")


class RemoteError(SamspilError):
    """Another machine failed, or the time ran out; `where` is its address, without secrets."""

    exit_code: ClassVar[int] = 4


@dataclass(eq=False)
class TimedOut(RemoteError):
    """An answer did not come within the time that was set aside for it."""

    where: str
    seconds: float
    messages: ClassVar[dict[str, str]] = {
        "da": "{where} svarede ikke inden for {seconds} sekunder. Prøv igen, eller sæt mere tid af: --timeout, "
        "i Python timeout=.",
        "en": "{where} did not answer within {seconds} seconds. Try again, or allow more time: --timeout, "
        "in Python timeout=.",
    }

    def _words(self, lang: str) -> dict[str, str]:
        return super()._words(lang) | {"seconds": _number(self.seconds, lang)}


@dataclass(eq=False)
class TookTooLong(TimedOut):
    """A question took longer than the command was told to wait.

    `where` is what was asked: the name of a question, a file, or `query` for SPARQL on the line.
    """

    messages: ClassVar[dict[str, str]] = {
        "da": "{where} er ikke besvaret efter {seconds} s. Afgræns spørgsmålet, eller giv det mere tid: "
        "--timeout SEKUNDER, hvor 0 er uden grænse.",
        "en": "{where} is not answered after {seconds} s. Narrow the question, or allow more time: "
        "--timeout SECONDS, where 0 is no limit.",
    }

    def _words(self, lang: str) -> dict[str, str]:
        unnamed = {"da": "Forespørgslen", "en": "The query"}["da" if lang == "da" else "en"]
        return super()._words(lang) | ({"where": unnamed} if self.where in ("query", "-") else {})


@dataclass(eq=False)
class GaveUp(RemoteError):
    """The server stopped working on an answer because its own time ran out; `seconds` is how long that took."""

    where: str
    seconds: float
    messages: ClassVar[dict[str, str]] = {
        "da": "{where} gav op efter {seconds} sekunder: så længe arbejder serveren på et svar. "
        "Afgræns spørgsmålet, eller få grænsen hævet.",
        "en": "{where} gave up after {seconds} seconds, which is as long as the server works on an answer. "
        "Narrow the question, or have its limit raised.",
    }

    def _words(self, lang: str) -> dict[str, str]:
        return super()._words(lang) | {"seconds": _number(self.seconds, lang)}


@dataclass(eq=False)
class Unreachable(RemoteError):
    """There is no way to the server: no such host, nothing listens, the line broke, or its certificate is refused."""

    where: str
    reason: str
    messages: ClassVar[dict[str, str]] = {
        "da": "{where} kan ikke nås: {reason}. Kontrollér adressen, og at serveren kører.",
        "en": "{where} cannot be reached: {reason}. Check the address, and that the server runs.",
    }


@dataclass(eq=False)
class AccessRefused(RemoteError):
    """The server wants to know who asks, or does not let them (HTTP 401 and 403)."""

    where: str
    status: int
    messages: ClassVar[dict[str, str]] = {
        "da": "{where} gav ikke adgang ({status}). Sæt SAMSPIL_ENDPOINT_USER og SAMSPIL_ENDPOINT_PASSWORD, "
        "eller SAMSPIL_ENDPOINT_TOKEN, til dem du har fået af serverens ejer.",
        "en": "{where} gave no access ({status}). Set SAMSPIL_ENDPOINT_USER and SAMSPIL_ENDPOINT_PASSWORD, "
        "or SAMSPIL_ENDPOINT_TOKEN, to those that the owner of the server gave you.",
    }


@dataclass(eq=False)
class CredentialsRefused(AccessRefused):
    """The server does not let in, or do this for, those whose credentials were sent (HTTP 401 and 403)."""

    messages: ClassVar[dict[str, str]] = {
        "da": "{where} afviste det navn eller token, der blev sendt ({status}). Ret SAMSPIL_ENDPOINT_USER og "
        "SAMSPIL_ENDPOINT_PASSWORD, eller SAMSPIL_ENDPOINT_TOKEN, eller bed serverens ejer om adgang.",
        "en": "{where} refused the name or token that was sent ({status}). Correct SAMSPIL_ENDPOINT_USER and "
        "SAMSPIL_ENDPOINT_PASSWORD, or SAMSPIL_ENDPOINT_TOKEN, or ask the owner of the server for access.",
    }


@dataclass(eq=False)
class NotSparql(RemoteError):
    """What answers there is no SPARQL server; `found` says what came instead."""

    where: str
    found: str
    messages: ClassVar[dict[str, str]] = {
        "da": "{where} svarer ikke som en SPARQL-server; der kom {found}. Kontrollér adressen, "
        "som ofte slutter med /sparql eller /query.",
        "en": "{where} does not answer as a SPARQL server; what came is {found}. Check the address, "
        "which often ends in /sparql or /query.",
    }


@dataclass(eq=False)
class WrongAnswer(RemoteError):
    """The answer has another form than the question; both are SELECT, ASK or CONSTRUCT."""

    where: str
    expected: str
    found: str
    messages: ClassVar[dict[str, str]] = {
        "da": "{where} svarede på {expected} som på {found}. Serveren følger ikke standarden; meld det til dens ejer.",
        "en": "{where} answered {expected} as if it were {found}. The server breaks the standard; tell its owner.",
    }


@dataclass(eq=False)
class TruncatedAnswer(RemoteError):
    """A part of the answer is missing, and a part would look like the whole."""

    where: str
    reason: str
    messages: ClassVar[dict[str, str]] = {
        "da": "{where} gav kun en del af svaret: {reason}. Afgræns spørgsmålet, eller få grænsen hævet.",
        "en": "{where} gave only a part of the answer: {reason}. Narrow the question, or have its limit raised.",
    }


@dataclass(eq=False)
class RowLimitReached(RemoteError):
    """The server gives at most so many rows, and the answer has more."""

    where: str
    rows: int
    messages: ClassVar[dict[str, str]] = {
        "da": "{where} giver højst {rows} rækker, og svaret har flere. Afgræns spørgsmålet, "
        "eller få grænsen hævet (i Virtuoso: ResultSetMaxRows).",
        "en": "{where} gives at most {rows} rows, and the answer has more. Narrow the question, "
        "or have the limit raised (in Virtuoso: ResultSetMaxRows).",
    }


@dataclass(eq=False)
class AnswerTooLarge(RemoteError):
    """The answer is larger than Samspil takes into memory; `most` is in bytes."""

    where: str
    most: int
    messages: ClassVar[dict[str, str]] = {
        "da": "{where} svarede med mere end {most} byte. Afgræns spørgsmålet.",
        "en": "{where} answered with more than {most} bytes. Narrow the question.",
    }


@dataclass(eq=False)
class Moved(RemoteError):
    """The server refers to another address, which is not followed: credentials might go to a stranger."""

    where: str
    address: str
    messages: ClassVar[dict[str, str]] = {
        "da": "{where} henviser til {address}. Brug den adresse, hvis du stoler på den.",
        "en": "{where} refers to {address}. Use that address, if you trust it.",
    }


@dataclass(eq=False)
class ServerFailed(RemoteError):
    """The server reports a failure of its own; `detail` is the first line of what it says."""

    where: str
    status: int
    detail: str
    messages: ClassVar[dict[str, str]] = {
        "da": "{where} meldte fejl {status}: {detail}. Prøv igen senere, eller spørg serverens ejer.",
        "en": "{where} reported failure {status}: {detail}. Try again later, or ask the owner of the server.",
    }


@dataclass(eq=False)
class NotAGraphStore(RemoteError):
    """The address takes no whole graphs (HTTP 404, 405, 415 and 501), now or later."""

    where: str
    status: int
    messages: ClassVar[dict[str, str]] = {
        "da": "{where} tager ikke imod hele grafer ({status}). Adressen er forkert: angiv den rigtige med "
        "--graph-store; den står i serverens vejledning under »Graph Store«.",
        "en": "{where} does not take whole graphs ({status}). The address is wrong: give the right one with "
        "--graph-store; the server’s manual has it under “Graph Store”.",
    }


@dataclass(eq=False)
class ServiceFailed(RemoteError):
    """Another server that a query asks through SERVICE did not answer; `detail` is what the engine says of it."""

    detail: str
    messages: ClassVar[dict[str, str]] = {
        "da": "Serveren efter SERVICE svarede ikke, som den skal: {detail}. Kontrollér adressen, og prøv igen.",
        "en": "The server after SERVICE did not answer as it should: {detail}. Check the address, and try again.",
    }


@dataclass(eq=False)
class QueryRefused(RemoteError):
    """The server will not run a query that is SPARQL 1.1; `detail` is the first line of what it says."""

    where: str
    detail: str
    messages: ClassVar[dict[str, str]] = {
        "da": "{where} kan ikke køre forespørgslen: {detail}. Skriv den på en anden måde, eller vælg en anden server.",
        "en": "{where} cannot run the query: {detail}. Write it in another way, or choose another server.",
    }


@dataclass(eq=False)
class NothingThere(RemoteError):
    """The server answers, and has none of the register's graphs."""

    where: str
    messages: ClassVar[dict[str, str]] = {
        "da": "{where} har intet fra Samspil. Læg registeret derop med »samspil push --endpoint ADRESSE«.",
        "en": "{where} holds nothing of Samspil’s. Put the register there with “samspil push --endpoint URL”.",
    }


@dataclass(eq=False)
class IncompleteRegister(RemoteError):
    """The server has graphs of the register, and not the merge that a push puts there last: some may be missing."""

    where: str
    messages: ClassVar[dict[str, str]] = {
        "da": "Registeret på {where} er ikke helt: det mangler den samlede graf, som »samspil push« lægger op til "
        "sidst. Kør »samspil push --endpoint ADRESSE«, og spørg igen.",
        "en": "The register at {where} is incomplete: it lacks the merged graph, which “samspil push” puts there "
        "last. Run “samspil push --endpoint URL”, and ask again.",
    }


@dataclass(eq=False)
class GraphsDiffer(RemoteError):
    """Graphs that were sent came back otherwise; `graphs` are their names, and nothing on the server was undone."""

    where: str
    graphs: Sequence[str]
    messages: ClassVar[dict[str, str]] = {
        "da": "{where} gengiver ikke disse grafer, som de blev sendt: {graphs}. Stil ingen spørgsmål til serveren, "
        "før forskellene ovenfor er forklaret.",
        "en": "{where} does not give these graphs back as they were sent: {graphs}. Ask that server nothing "
        "until the differences above are explained.",
    }

    def _words(self, lang: str) -> dict[str, str]:
        return super()._words(lang) | {"graphs": ", ".join(self.graphs)}
