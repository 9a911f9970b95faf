"""The register in a browser on this machine: index, map, answered questions, dumps. Starlette stays here."""

from samspil.server.app import create_app
from samspil.server.running import run

__all__ = ["create_app", "run"]
