"""`samspil serve`: the register in a browser, for this machine or, behind a public address, for everybody."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import ip_address
from typing import Annotated, Final, TypeAlias

import typer

from samspil.cli import output
from samspil.cli.app import app, settings_of
from samspil.cli.options import Lang, ProjectFolder
from samspil.cli.sites import read_site, rereading
from samspil.errors import NotASetting
from samspil.settings import (
    Limits,
    Serving,
    Settings,
    is_public_address,
    read_size,
    write_size,
)

__all__: list[str] = []

_LIMITS: Final = Limits()
_QUERY_SIZE: Final = write_size(_LIMITS.query_bytes)
_ANSWER_SIZE: Final = write_size(_LIMITS.answer_bytes)
_MEMORY: Final = write_size(_LIMITS.memory)
_PROXIES: Final = "127.0.0.1,::1"


def _checked(option: str, kind: str, allowed: Callable[[str], object]) -> Callable[[str], str]:
    """Return what lets a value pass that is allowed, or is empty. It raises NotASetting."""
    variable = "SAMSPIL_" + option.strip("-").replace("-", "_").upper()

    def check(value: str) -> str:
        if value and not allowed(value):
            raise NotASetting(option, variable, value, kind)
        return value

    return check


def _are_addresses(text: str) -> bool:
    """Tell whether a text is a list of IP addresses."""
    try:
        return bool([ip_address(one.strip()) for one in text.split(",")])
    except ValueError:
        return False


Host: TypeAlias = Annotated[
    str,
    typer.Option(
        metavar="ADDRESS",
        envvar="SAMSPIL_HOST",
        help="Address of this machine to listen on; one that others can reach needs --public.",
    ),
]
Port: TypeAlias = Annotated[
    int,
    typer.Option(
        min=0,
        max=65535,
        metavar="PORT",
        envvar="SAMSPIL_PORT",
        help="Port to listen on; 0 takes a free one.",
    ),
]
Public: TypeAlias = Annotated[
    str,
    typer.Option(
        metavar="URL",
        envvar="SAMSPIL_PUBLIC",
        show_default=False,
        callback=_checked("--public", "address", is_public_address),
        help="Address where readers find it: a domain of your own, or a path behind a proxy.",
    ),
]
Contact: TypeAlias = Annotated[
    str,
    typer.Option(
        metavar="ADDRESS",
        envvar="SAMSPIL_CONTACT",
        show_default=False,
        help="Mail or web address of whoever answers for the site, for the accessibility statement.",
    ),
]
Proxies: TypeAlias = Annotated[
    str,
    typer.Option(
        metavar="ADDRESSES",
        envvar="SAMSPIL_PROXIES",
        callback=_checked("--proxies", "ip", _are_addresses),
        help="With --public: proxies in front that are believed when they say for whom they ask.",
    ),
]
Seconds: TypeAlias = Annotated[
    int,
    typer.Option(
        min=1,
        max=3600,
        metavar="SECONDS",
        envvar="SAMSPIL_SECONDS",
        help="Time for a query of a reader's own.",
    ),
]
Rows: TypeAlias = Annotated[
    int,
    typer.Option(
        min=1,
        max=100_000_000,
        metavar="N",
        envvar="SAMSPIL_ROWS",
        help="Rows of its answer; a longer one is cut off, and says so.",
    ),
]
QuerySize: TypeAlias = Annotated[
    str,
    typer.Option(
        metavar="SIZE",
        envvar="SAMSPIL_QUERY_SIZE",
        callback=_checked("--query-size", "size", read_size),
        help="Length of a query.",
    ),
]
AnswerSize: TypeAlias = Annotated[
    str,
    typer.Option(
        metavar="SIZE",
        envvar="SAMSPIL_ANSWER_SIZE",
        callback=_checked("--answer-size", "size", read_size),
        help="Length of an answer; a longer one is cut off, and says so.",
    ),
]
PerClient: TypeAlias = Annotated[
    int,
    typer.Option(
        min=1,
        max=10_000,
        metavar="N",
        envvar="SAMSPIL_PER_CLIENT",
        help="Queries at once for one reader.",
    ),
]
InAll: TypeAlias = Annotated[
    int,
    typer.Option(
        min=1, max=10_000, metavar="N", envvar="SAMSPIL_IN_ALL", help="Queries at once for all readers."
    ),
]
Memory: TypeAlias = Annotated[
    str,
    typer.Option(
        metavar="SIZE",
        envvar="SAMSPIL_MEMORY",
        callback=_checked("--memory", "size", read_size),
        help="Memory for the engine that answers queries, where the system can bound it.",
    ),
]
Patience: TypeAlias = Annotated[
    float,
    typer.Option(
        min=0.1,
        max=600,
        metavar="SECONDS",
        envvar="SAMSPIL_PATIENCE",
        help="Time that a reader has to send a request, and to take each part of the answer.",
    ),
]
AllowViolations: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--allow-violations",
        envvar="SAMSPIL_ALLOW_VIOLATIONS",
        help="Serve a register with violations; every page says so.",
    ),
]
Watch: TypeAlias = Annotated[
    bool,
    typer.Option(
        "--watch", envvar="SAMSPIL_WATCH", help="Read the register again whenever its files change."
    ),
]
AccessLog: TypeAlias = Annotated[
    str,
    typer.Option(
        metavar="FILE",
        envvar="SAMSPIL_ACCESS_LOG",
        show_default=False,
        help="File that gets a line for each request, without personal data; - for standard error.",
    ),
]
Open: TypeAlias = Annotated[bool, typer.Option("--open", help="Open the explorer in the browser.")]


@app.command()
def serve(
    host: Host = Serving.host,
    port: Port = Serving.port,
    public: Public = Serving.public,
    contact: Contact = Serving.contact,
    proxies: Proxies = _PROXIES,
    seconds: Seconds = _LIMITS.seconds,
    rows: Rows = _LIMITS.rows,
    query_size: QuerySize = _QUERY_SIZE,
    answer_size: AnswerSize = _ANSWER_SIZE,
    per_client: PerClient = _LIMITS.per_client,
    in_all: InAll = _LIMITS.in_all,
    memory: Memory = _MEMORY,
    patience: Patience = Serving.patience,
    allow_violations: AllowViolations = Serving.allow_violations,
    watch: Watch = Serving.watch,
    access_log: AccessLog = Serving.access_log,
    open_browser: Open = False,
    project: ProjectFolder = None,
    lang: Lang = None,
) -> None:
    """Build, validate and serve the register: on this machine only, unless told otherwise.

    Refuses to serve a register with violations.

    \b
    Examples:
      samspil serve --open
      samspil serve --project my-register --watch
      samspil serve --public https://data.kommune.dk/samspil/ --access-log access.jsonl
    """
    sizes = [read_size(size) or 0 for size in (query_size, answer_size, memory)]
    serving = Serving(
        host=host,
        port=port,
        public=public,
        contact=contact,
        proxies=_believed(proxies) if public else (),
        patience=patience,
        allow_violations=allow_violations,
        watch=watch,
        access_log=access_log,
        limits=Limits(sizes[0], seconds, rows, sizes[1], per_client, in_all, sizes[2]),
    )
    _serve(serving, lambda: settings_of(project, lang), open_browser)


def _believed(proxies: str) -> tuple[str, ...]:
    """Return the addresses of a list."""
    return tuple(one.strip() for one in proxies.split(",") if one)


def _serve(serving: Serving, settings: Callable[[], Settings], open_browser: bool) -> None:
    """Open the port, read the register and serve it until told to stop; SIGTERM ends with 0, Ctrl-C with 130."""
    from samspil.server import Stopped, create_app, listen, open_log, run, stoppable

    lang = settings().lang
    try:
        with stoppable(), listen(serving) as listener:
            if serving.access_log:
                open_log(serving.access_log).close()  # so that one that cannot be written is told at once
            site = read_site(settings(), serving)
            reread = rereading(settings, serving) if serving.watch else None
            application = create_app(site, serving, reread)
            run(
                application,
                listener,
                serving,
                lambda url: output.announce_server(url, serving.public, lang, open_browser),
            )
    except Stopped:
        raise typer.Exit(0) from None
