"""The access log: one line of JSON for each request, about what was asked and never about who asked.

    {"time": "2026-03-01T12:00:00.123Z", "method": "GET", "path": "/da/actors", "status": 200, "bytes": 5120, "ms": 7.4}

No address, no browser, no page that led here, and nothing after the question mark: what people search for may be a
person. A path that nothing here answers is somebody's own words too, and is left out.
"""

from __future__ import annotations

import json
import logging
import sys
import time
from datetime import UTC, datetime
from logging.handlers import WatchedFileHandler
from pathlib import Path
from typing import Final

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from samspil.errors import UnwritableOutput
from samspil.files import reason_of

__all__ = ["AccessLog", "open_log"]

STANDARD: Final = "-"


class _File(WatchedFileHandler):
    """A file that is written at its end, and opened anew when it was moved away, as a rotation of logs does."""

    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802  # the name that logging calls
        """Go on serving when a line cannot be written; the next one is tried anew."""


def open_log(target: str) -> logging.Handler:
    """Return what writes lines to a file or, for `-`, to standard error. Raises UnwritableOutput."""
    if target == STANDARD:
        return logging.StreamHandler(sys.stderr)
    try:
        return _File(target, encoding="utf-8")
    except OSError as error:
        missing = isinstance(error, FileNotFoundError)
        raise UnwritableOutput(Path(target), "no such folder" if missing else reason_of(error)) from error


class AccessLog:
    """Writes a line for each request when its answer has been sent, or has broken off."""

    def __init__(self, app: ASGIApp, handler: logging.Handler) -> None:
        self.app = app
        self.handler = handler

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, count what is sent, and write the line."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        status, sent, began = 500, 0, time.monotonic()

        async def counted(message: Message) -> None:
            nonlocal status, sent
            status = message.get("status", status)
            sent += len(message.get("body", b""))
            await send(message)

        try:
            await self.app(scope, receive, counted)
        finally:
            self._write(scope, status, sent, time.monotonic() - began)

    def _write(self, scope: Scope, status: int, sent: int, seconds: float) -> None:
        """Write the line of a request."""
        line = json.dumps(
            {
                "time": datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z"),
                "method": scope["method"][:16],
                "path": None if 400 <= status < 500 else scope["path"],
                "status": status,
                "bytes": 0 if scope["method"] == "HEAD" else sent,
                "ms": round(seconds * 1000, 1),
            }
        )
        self.handler.handle(logging.LogRecord("access", logging.INFO, "", 0, line, None, None))
