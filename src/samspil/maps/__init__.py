"""A network as a map: one HTML file that opens anywhere, offline, and asks nothing of anyone."""

from samspil.maps.html import render_map

__all__ = ["render_map"]
