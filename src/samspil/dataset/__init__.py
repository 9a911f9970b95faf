"""Named graphs: `graphs` reads, merges and asks them, `exchange` writes, hashes and compares statements."""

from samspil.dataset.exchange import (
    Difference,
    canonical_hash,
    compare,
    from_rdflib,
    serialize,
    to_lines,
    to_rdflib,
)
from samspil.dataset.graphs import APART, Dataset, read_dataset
from samspil.formats import (
    canonical_turtle,
    is_canonical,
    read_file,
    read_turtle,
    replace_file,
    write_turtle,
)

__all__ = [
    "APART",
    "Dataset",
    "Difference",
    "canonical_hash",
    "canonical_turtle",
    "compare",
    "from_rdflib",
    "is_canonical",
    "read_dataset",
    "read_file",
    "read_turtle",
    "replace_file",
    "serialize",
    "to_lines",
    "to_rdflib",
    "write_turtle",
]
