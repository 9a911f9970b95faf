"""The engine that answers strangers: supervised processes of the `oxigraph` server, and questions to them.

keeper, process    one process that dies with ours, and its lines (HTTP)
fleet              the one that is asked, the one that stands by, those that are busy
answer             one question
place              the store that all of them read
"""

from samspil.server.engine.answer import Answer, Asked, Failed, OutOfTime
from samspil.server.engine.engine import Engine, live
from samspil.server.engine.process import NotStarted
from samspil.server.turns import NoTurn

__all__ = ["Answer", "Asked", "Engine", "Failed", "NoTurn", "NotStarted", "OutOfTime", "live"]
