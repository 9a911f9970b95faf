"""A register on its way to a SPARQL server and back: whole graphs, and the proof that nothing was lost."""

from samspil.transfer.graphs import GraphStore, graph_store_of
from samspil.transfer.pull import pull
from samspil.transfer.push import Progress, State, planned, push

__all__ = ["GraphStore", "Progress", "State", "graph_store_of", "planned", "pull", "push"]
