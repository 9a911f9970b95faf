"""What `samspil serve` serves: the register read and validated, at first and whenever its files change."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from samspil.cli import output
from samspil.errors import SamspilError
from samspil.settings import Serving, Settings

if TYPE_CHECKING:
    from samspil.server import Reread, Site

__all__ = ["read_site", "rereading"]


def read_site(settings: Settings, serving: Serving) -> Site:
    """Return what is served, telling each step; exits with 1 when it has violations, unless they are allowed."""
    from samspil.pipeline import check, open_described
    from samspil.server import open_site

    lang = settings.lang
    output.step("reading", lang)
    register = open_described(settings.project)
    output.step("checking", lang)
    report = check(register)
    if not serving.allow_violations:
        output.refuse_violations(report, lang)
    elif output.fails(report, "violation"):
        output.step("with violations", lang)
    output.step("drawing", lang)
    return open_site(register, output.violations(report))


def rereading(settings: Callable[[], Settings], serving: Serving) -> Reread:
    """Return how the register is read again while it is served."""
    from samspil.server import NotTakenError, Reread

    words = output.WORDS[settings().lang]

    def read() -> Site:
        try:
            return _site_again(settings(), serving)
        except SamspilError as error:
            raise NotTakenError(f"{error.message(settings().lang)}\n{words['not reread']}") from error
        except NotTakenError as error:
            raise NotTakenError(f"{error}\n{words['not reread']}") from error

    def folders() -> tuple[Path, ...]:
        return settings().project.folders()

    return Reread(folders, read, output.say, words["reread"])


def _site_again(settings: Settings, serving: Serving) -> Site:
    """Return what is served after a change. Raises SamspilError, and NotTakenError with the violations it has."""
    from samspil.pipeline import check, open_described
    from samspil.server import NotTakenError, open_site

    register = open_described(settings.project)
    report = check(register)
    if output.fails(report, "violation") and not serving.allow_violations:
        raise NotTakenError(output.violations_text(report, settings.lang))
    return open_site(register, output.violations(report))
