"""Our map in a real browser beside stock pyvis and a bare page of vis-network, in turn in one run, the network cut off.

    python -m bench.browser            five minutes
    python -m bench.browser --quick    without the largest network, fewer rounds

The same made-up network (`bench.town`) is shown by all. A frame is measured by when it comes and by the work that is
done in it, for a frame that takes less than the screen's 16.7 ms comes no sooner; the browser is told not to wait for
the screen. The bare page shows what ours shows, at the same places, in the same colours, dashes and widths, with the
same names. Every row says what bound it has; the exit code is 1 when one does not hold.
"""

import shutil
import statistics
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from playwright.sync_api import Browser, Page, ViewportSize, sync_playwright

from bench.measure import machine
from bench.pages import write_bare, write_map, write_pyvis
from bench.town import make_up

__all__: list[str] = []

_ACTORS: Final = 1000
_LARGE: Final = (3000, 10_000)
_ARGUMENTS: Final = ("--no-sandbox", "--disable-gpu", "--disable-frame-rate-limit", "--disable-gpu-vsync")
_WINDOW: Final[ViewportSize] = {"width": 1280, "height": 900}
_NEAR: Final = 0.7  # scale at which every name is read
_FRAMES: Final = 60  # of a drag

_SOONER: Final = 20  # times, than stock pyvis
_FRAME: Final = 1.2  # of a bare page's
_LONGEST: Final = 250  # milliseconds of a frame

_OURS: Final = "() => document.querySelector('#map canvas') && document.querySelector('#legend input')"
_PYVIS: Final = "() => document.getElementById('loadingBar')?.style.opacity === '0'"
_BARE: Final = "() => document.querySelector('canvas')"
_FILTER: Final = "document.querySelector('#legend input[type=checkbox]').click()"
# The keyboard's ring on the largest community, and into it.
_OPEN: Final = """const map = document.getElementById('map');
map.focus();
for (const key of ['Enter', 'Enter']) map.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }));
"""


class Visitor:
    """Opens pages in a browser, each in a fresh profile without any network, and asks them what they do."""

    def __init__(self, browser: Browser) -> None:
        """Take the browser."""
        self._browser = browser
        self._told = Path(__file__).with_name("script").joinpath("frames.js").read_text(encoding="utf-8")

    @contextmanager
    def page(
        self, file: Path, fragment: str = "", is_ready: str = _OURS
    ) -> Iterator[tuple[Page, dict[str, float]]]:
        """Open a page, and yield it with when it was ready and how long it was busy at most until then."""
        context = self._browser.new_context(offline=True, viewport=_WINDOW, reduced_motion="reduce")
        context.route("http*://**/*", lambda route: route.abort())
        context.add_init_script(self._told)
        page = context.new_page()
        page.set_default_timeout(600_000)
        page.goto(file.as_uri() + fragment, wait_until="commit")
        yield page, page.evaluate(f"bench.ready({is_ready})")
        context.close()

    def drag(self, file: Path, fragment: str, is_ready: str) -> tuple[float, float]:
        """Return the middle frame of a drag over a map and the work of a frame, in milliseconds."""
        with self.page(file, fragment, is_ready) as (page, _):
            page.evaluate(f"bench.pause(600).then(() => bench.drag({_FRAMES // 3}))")
            told = page.evaluate(f"bench.pause(600).then(() => bench.drag({_FRAMES}))")
        assert told["drawn"] >= 0.9 * _FRAMES, f"{file.name} moves with the mouse: {told}"
        return statistics.median(told["lasted"]), told["work"]


class Table:
    """Prints rows, and remembers whether each bound held."""

    def __init__(self) -> None:
        """Begin with the headings."""
        self.holds = True
        print("| what | ours | theirs | ratio | bound |\n|---|---|---|---|---|")

    def compare(
        self, what: str, pairs: Sequence[tuple[float, float]], bound: float, least: bool = False
    ) -> None:
        """Print the medians of pairs and of their ratios; with `least` theirs is to be so many times ours."""
        mine, other = (statistics.median(one) for one in zip(*pairs, strict=True))
        ratio = statistics.median(b / a if least else a / b for a, b in pairs)
        held = ratio >= bound if least else ratio <= bound
        word = "at least" if least else "at most"
        self._print(what, f"{mine:.1f} ms", f"{other:.1f} ms", f"{ratio:.2f}", f"{word} {bound}", held=held)

    def limit(self, what: str, value: float, bound: float | None = None) -> None:
        """Print a time of ours, and its bound if it has one."""
        held = bound is None or value <= bound
        self._print(what, f"{value:.0f} ms", "", "", f"at most {bound} ms" if bound else "none", held=held)

    def _print(self, *cells: str, held: bool) -> None:
        """Print a row, and whether its bound held."""
        self.holds &= held
        print(f"| {' | '.join(cells)}{'' if held else ': **does not hold**'} |", flush=True)


def main(arguments: Sequence[str]) -> int:
    """Print a row for each number; the exit code is 1 when one of the bounds does not hold."""
    quick = "--quick" in arguments
    path = shutil.which("chromium") or shutil.which("google-chrome")
    assert path, "Chromium is installed"
    print(f"{machine()}\n")
    with TemporaryDirectory() as folder, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=list(_ARGUMENTS))
        visitor, table = Visitor(browser), Table()
        _compare(visitor, table, Path(folder), 1 if quick else 3, 5 if quick else 11)
        for actors in _LARGE[: 1 if quick else None]:
            _follow(visitor, table, Path(folder), actors)
        browser.close()
    return int(not table.holds)


def _compare(visitor: Visitor, table: Table, folder: Path, starts: int, drags: int) -> None:
    """Compare the map of a thousand actors with stock pyvis and with bare pages."""
    network = make_up(_ACTORS)
    ours, pyvis = write_map(network, folder / "map.html"), write_pyvis(network, folder / "pyvis.html")
    table.compare(
        "until ready; stock pyvis, physics on",
        [_start(visitor, ours, pyvis) for _ in range(starts)],
        _SOONER,
        least=True,
    )
    size = _size(visitor, ours)
    for name, scale in (("all in sight", None), ("names to be read", _NEAR)):
        bare = folder / f"bare-{name}.html"
        camera = write_bare(ours, size, scale, bare)
        at = f"#at={camera['x']},{camera['y']},{camera['scale']}" if scale else ""
        pairs = [(visitor.drag(ours, at, _OURS), visitor.drag(bare, "", _BARE)) for _ in range(drags)]
        for place, measured in enumerate(("frame", "work in a frame")):
            table.compare(f"{measured} of a drag, {name}", [(a[place], b[place]) for a, b in pairs], _FRAME)
    filters = [_act(visitor, ours, _FILTER) for _ in range(drags)]
    table.limit("a filter", statistics.median(one["ready"] for one in filters))
    table.limit("longest frame after it", max(one["longest"] for one in filters), _LONGEST)


def _start(visitor: Visitor, ours: Path, pyvis: Path) -> tuple[float, float]:
    """Return how long our map and pyvis's take until they are ready."""
    with visitor.page(ours) as (_, mine):
        pass
    with visitor.page(pyvis, is_ready=_PYVIS) as (_, theirs):
        pass
    return mine["ready"], theirs["ready"]


def _size(visitor: Visitor, file: Path) -> tuple[int, int]:
    """Return how large the map of a page is."""
    with visitor.page(file) as (page, _):
        width, height = page.evaluate(
            "[document.getElementById('map').clientWidth, document.getElementById('map').clientHeight]"
        )
    return width, height


def _act(visitor: Visitor, file: Path, does: str) -> dict[str, float]:
    """Return what happens when somebody does something on a map: time to the answer, and the longest frame."""
    with visitor.page(file) as (page, _):
        told: dict[str, float] = page.evaluate(
            f"bench.pause(1500).then(() => bench.after(() => {{ {does} }}))"
        )
    return told


def _follow(visitor: Visitor, table: Table, folder: Path, actors: int) -> None:
    """Open and use the map of a large network; print how long its frames are."""
    file = write_map(make_up(actors), folder / f"{actors}.html")
    with visitor.page(file) as (page, start):
        drawn = page.evaluate("document.getElementById('notice').textContent")
    print(f"| {actors} actors, {file.stat().st_size / 1e6:.1f} MB: {drawn} | | | | |")
    table.limit(f"{actors} actors: until ready", start["ready"])
    table.limit(f"{actors} actors: longest task until then", start["long"])
    with visitor.page(file) as (page, _):
        lasted = page.evaluate(f"bench.pause(1500).then(() => bench.drag({_FRAMES}))")["lasted"]
    table.limit(f"{actors} actors: longest frame of a drag", max(lasted), _LONGEST)
    for name, does in (("opening a community", _OPEN), ("a filter", _FILTER)):
        told = _act(visitor, file, does)
        table.limit(f"{actors} actors: longest frame of {name}", told["longest"], _LONGEST)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
