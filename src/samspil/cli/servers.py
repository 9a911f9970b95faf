"""The commands that speak with a SPARQL server; each imports what it needs when it runs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from samspil.cli import output
from samspil.cli.addresses import asked_server, endpoint_at
from samspil.cli.app import app, settings_of, sound_register
from samspil.cli.options import EndpointUrl, GraphStoreUrl, Lang, ProjectFolder, TransferTimeout

if TYPE_CHECKING:
    from samspil.transfer import GraphStore

__all__: list[str] = []

_DOCTOR_TIMEOUT = 60.0  # seconds
_TRANSFER_TIMEOUT = 600.0  # seconds: an engine may take minutes to take in or give out a large graph


@app.command()
def push(
    endpoint: EndpointUrl,
    graph_store: GraphStoreUrl = None,
    prune: Annotated[
        bool, typer.Option("--prune", help="Remove graphs of ours that the register no longer has.")
    ] = False,
    timeout: TransferTimeout = _TRANSFER_TIMEOUT,
    project: ProjectFolder = None,
    lang: Lang = None,
) -> None:
    """Put the register on a SPARQL server, and prove that nothing was lost.

    Every graph is read back and compared; one that is there already is not sent. Run it again after an interruption.

    Credentials come from SAMSPIL_ENDPOINT_USER and SAMSPIL_ENDPOINT_PASSWORD, or SAMSPIL_ENDPOINT_TOKEN.

    \b
    Examples:
      samspil push --endpoint http://localhost:7878/query
      samspil push --endpoint https://example.org/sparql --graph-store https://example.org/graphs
    """
    from samspil import transfer
    from samspil.cli.transferring import tell_push

    settings = settings_of(project, lang)
    store = _graph_store(endpoint, graph_store, timeout)
    dataset = sound_register(settings).dataset
    steps = transfer.push(dataset, store, prune)
    tell_push(steps, transfer.planned(dataset), store.endpoint.where, settings.lang)


@app.command()
def pull(
    endpoint: EndpointUrl,
    target: Annotated[
        Path,
        typer.Option(
            "--output", "-o", metavar="TARGET", help="A new folder, or a file: .nq, .trig or .jsonld."
        ),
    ],
    graph_store: GraphStoreUrl = None,
    timeout: TransferTimeout = _TRANSFER_TIMEOUT,
    project: ProjectFolder = None,
    lang: Lang = None,
) -> None:
    """Bring a register back from a SPARQL server, whole or not at all.

    A folder gets one canonical Turtle file for each graph, and --project opens it as a register.

    Credentials come from SAMSPIL_ENDPOINT_USER and SAMSPIL_ENDPOINT_PASSWORD, or SAMSPIL_ENDPOINT_TOKEN.

    \b
    Examples:
      samspil pull --endpoint http://localhost:7878/query -o my-register
      samspil pull --endpoint http://localhost:7878/query -o register.nq
    """
    from samspil import transfer
    from samspil.cli.transferring import check_target, tell_pull

    settings = settings_of(project, lang)
    check_target(target)
    store = _graph_store(endpoint, graph_store, timeout)
    tell_pull(transfer.pull(store, target, settings.project), settings.lang)


@app.command()
def doctor(
    endpoint: Annotated[
        str | None,
        typer.Option(
            "--endpoint",
            metavar="URL",
            help="The server to examine. [default: SAMSPIL_ENDPOINT, else this machine]",
        ),
    ] = None,
    timeout: TransferTimeout = _DOCTOR_TIMEOUT,
    project: ProjectFolder = None,
    lang: Lang = None,
) -> None:
    """Examine a SPARQL server, or this machine, and say what to do.

    Nothing is changed. The exit code is 0 for a server that can be used, 1 for one that needs something first.

    Credentials come from SAMSPIL_ENDPOINT_USER and SAMSPIL_ENDPOINT_PASSWORD, or SAMSPIL_ENDPOINT_TOKEN.

    \b
    Examples:
      samspil doctor
      samspil doctor --endpoint http://localhost:7878/query
    """
    from samspil.cli import doctoring

    settings = settings_of(project, lang)
    server = asked_server(endpoint, timeout)
    if server is None:
        from samspil.pipeline import open_register

        output.show(doctoring.register_text(open_register(settings.project), settings.lang))
        return
    if not doctoring.tell_server(server, settings.lang):
        raise typer.Exit(1)


def _graph_store(endpoint: str, graph_store: str | None, timeout: float) -> GraphStore:
    """Return the graphs of a server, with the credentials of the environment. Raises UsageError, RemoteError."""
    from samspil.transfer import GraphStore, graph_store_of

    asked = endpoint_at(endpoint, "--endpoint", timeout)
    if graph_store is None:
        return GraphStore(asked, graph_store_of(asked))
    return GraphStore(asked, endpoint_at(graph_store, "--graph-store", timeout))
