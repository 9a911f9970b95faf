"""The register from Python: a graph that is asked, and answers that a notebook can show.

`samspil.open()` and `samspil.connect()` return a `Graph`. It asks the questions of the library and SPARQL of
one's own; an `Answer` is a sequence of rows with Python values, and becomes a data frame or a file. pandas and
polars enter through `samspil.graph.frames` only, when an answer is turned into theirs.
"""

from samspil.graph.answer import Answer
from samspil.graph.graph import Graph
from samspil.graph.listing import Description, Listing
from samspil.graph.opening import connect_graph, open_graph
from samspil.graph.picture import Picture
from samspil.graph.rows import Row
from samspil.graph.values import Iri, Value

__all__ = [
    "Answer",
    "Description",
    "Graph",
    "Iri",
    "Listing",
    "Picture",
    "Row",
    "Value",
    "connect_graph",
    "open_graph",
]
