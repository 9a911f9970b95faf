"""Another machine failed, or the time ran out: exit code 4."""

from dataclasses import dataclass
from typing import ClassVar

from samspil.errors.root import SamspilError

__all__ = ["RemoteError", "TimedOut"]


class RemoteError(SamspilError):
    """Another machine failed, or the time ran out."""

    exit_code: ClassVar[int] = 4


@dataclass(eq=False)
class TimedOut(RemoteError):
    """An answer did not come within the time that was set aside for it."""

    where: str
    seconds: float
    messages: ClassVar[dict[str, str]] = {
        "da": "{where} svarede ikke inden for {seconds} sekunder. Prøv igen, eller sæt mere tid af.",
        "en": "{where} did not answer within {seconds} seconds. Try again, or allow more time.",
    }
