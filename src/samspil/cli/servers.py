"""The commands that speak with a SPARQL server; each imports what it needs when it runs."""

from __future__ import annotations

__all__: list[str] = []
