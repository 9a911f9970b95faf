"""Linked data: what each of our IRIs names, what is said about it, in which forms, and where the links to these are."""

from samspil.server.linked.beside import REGISTER, reader_of
from samspil.server.linked.description import Description, Reader
from samspil.server.linked.forms import as_csv, written
from samspil.server.linked.names import SPACES, WHOLES, Name, read_name
from samspil.server.linked.register import SMALL, describe_register, dump, latest
from samspil.server.linked.signposting import licences, signposts, to_data
from samspil.server.linked.wholes import graph_of, triples_of

__all__ = [
    "REGISTER",
    "SMALL",
    "SPACES",
    "WHOLES",
    "Description",
    "Name",
    "Reader",
    "as_csv",
    "describe_register",
    "dump",
    "graph_of",
    "latest",
    "licences",
    "read_name",
    "reader_of",
    "signposts",
    "to_data",
    "triples_of",
    "written",
]
