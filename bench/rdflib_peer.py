"""The ten-line script that an analyst would write instead: rdflib parses the files and runs the query."""

import sys
from pathlib import Path

import rdflib

graph = rdflib.Graph()
for path in sys.argv[2:]:
    graph.parse(path, format="turtle")
for row in graph.query(Path(sys.argv[1]).read_text(encoding="utf-8")):
    print(row)
