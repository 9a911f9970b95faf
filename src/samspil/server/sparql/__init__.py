"""SPARQL for strangers, as the SPARQL 1.1 Protocol says, over the engine apart (`samspil.server.engine`).

endpoint       `/sparql`: who may ask in which way
straight       the short way there, past what only pages need
asking         a request as a question
formats        what an answer may be written in
answering      the question looked at and asked, its answer given on
cuts           where an answer that is too long is cut off, honestly
refusals       what is not answered, in words
description    the service described
"""

from __future__ import annotations

from typing import Final

from starlette.routing import BaseRoute, Route

from samspil.server.sparql.endpoint import Endpoint
from samspil.server.sparql.straight import Straight

__all__ = ["ROUTES", "Straight"]

ROUTES: Final[list[BaseRoute]] = [Route("/sparql", Endpoint())]
