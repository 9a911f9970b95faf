"""A network as a map: one HTML file that opens anywhere, offline, and asks nothing of anyone."""

from samspil.maps.html import render_map
from samspil.maps.stories import Story, read_stories

__all__ = ["Story", "read_stories", "render_map"]
