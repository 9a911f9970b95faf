"""Samspil: a knowledge graph of who works with whom in the public sector."""

__version__ = "0.1.0"
__all__ = ["__version__"]
