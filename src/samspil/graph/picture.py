"""The map as a notebook shows it: the same page that `samspil map` writes, inside a frame of its own."""

import base64
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path

from markupsafe import Markup

from samspil.files import make_folder, replace_file

__all__ = ["Picture"]


@dataclass(frozen=True)
class Picture:
    """A map: one page of HTML that fetches nothing. In a notebook it is shown where it stands last in a cell.

    `height` is that of the frame in pixels: heading and map without scrolling at a notebook's width.
    """

    html: str = field(repr=False)
    lang: str = "da"
    height: int = 940

    def save(self, path: str | PathLike[str]) -> Path:
        """Write the page to a file, making its folder when needed, and return the path. Raises UnwritableOutput."""
        target = Path(path)
        make_folder(target.parent)
        replace_file(target, self.html.encode())
        return target

    def _repr_html_(self) -> str:
        """Return a frame that holds the page: its style stays inside, and its script can reach nothing outside.

        The page is a data address and not `srcdoc`: there, a choice on the map, which is kept in the address, would
        be refused by the browser. Submitting is allowed for the search field, and goes nowhere by the page's policy.
        """
        title = {"da": "Kort over hvem der samarbejder med hvem", "en": "Map of who works with whom"}[
            self.lang
        ]
        page = base64.b64encode(self.html.encode()).decode()
        frame = Markup(
            '<iframe title="{}" src="data:text/html;charset=utf-8;base64,{}" sandbox="allow-scripts allow-forms '
            'allow-popups allow-popups-to-escape-sandbox" style="width: 100%; height: {}px; border: 0"></iframe>'
        )
        return str(frame.format(title, page, self.height))
