"""What a server's refusals mean, as our errors."""

from typing import Final

from samspil.errors import AccessRefused, CredentialsRefused, GaveUp, RemoteError, ServerFailed
from samspil.store.endpoint import Endpoint
from samspil.store.exchange import Reply

__all__ = ["accepted", "refusal"]

_NO_ACCESS: Final = (401, 403)


def accepted(reply: Reply, endpoint: Endpoint) -> Reply:
    """Return a reply that is a success as it is. Raises AccessRefused, GaveUp, ServerFailed for another."""
    if 200 <= reply.status < 300:
        return reply
    raise refusal(reply, endpoint)


def refusal(reply: Reply, endpoint: Endpoint) -> RemoteError:
    """Return the error for a reply that is no success."""
    if reply.status in _NO_ACCESS:
        kind = CredentialsRefused if endpoint.credentials else AccessRefused
        return kind(endpoint.where, reply.status)
    if reply.gave_up:
        return GaveUp(endpoint.where, round(reply.seconds, 1))
    return ServerFailed(endpoint.where, reply.status, reply.first_line.rstrip("."))
