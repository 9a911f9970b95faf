"""Which server a command means: the one that the line names, else that of SAMSPIL_ENDPOINT, else none.

The rule is the same for all that asks. A variable that is empty says nothing; an option that is empty is a mistake,
most often a variable of a script that was never set, and must not quietly become this machine.
"""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from samspil.errors import NotAnEndpoint, SecretInAddress

if TYPE_CHECKING:
    from samspil.store.endpoint import Endpoint

__all__ = ["asked_server", "endpoint_at"]

_VARIABLE: Final = "SAMSPIL_ENDPOINT"


def asked_server(address: str | None, timeout: float) -> Endpoint | None:
    """Return the server of --endpoint or of the environment, or None where neither names one.

    Raises what endpoint_at raises.
    """
    if address is not None:
        return endpoint_at(address, "--endpoint", timeout)
    preset = os.environ.get(_VARIABLE, "").strip()
    return endpoint_at(preset, _VARIABLE, timeout) if preset else None


def endpoint_at(address: str, origin: str, timeout: float) -> Endpoint:
    """Return the endpoint of an address that an option or a variable gave, with the credentials of the environment.

    A timeout of 0 is as long as can be. Raises NotATimeout and UnclearCredentials; NotAnEndpoint and SecretInAddress
    name the origin.
    """
    from samspil.store.endpoint import LONGEST, read_endpoint

    try:
        return read_endpoint(address, os.environ, timeout or LONGEST)
    except (NotAnEndpoint, SecretInAddress) as error:
        raise replace(error, origin=origin) from error
