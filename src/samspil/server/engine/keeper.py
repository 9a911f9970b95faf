"""What stands between the web process and an engine's process: started by its path, it knows nothing of Samspil.

    python -I -S keeper.py PARENT MEMORY PROGRAM ARGUMENT…

The engine must not outlive the process that supervises it, however that ends. On Linux the kernel sees to it: this
process binds its life to that of its parent (prctl(2), PR_SET_PDEATHSIG), bounds its address space and becomes the
engine. Elsewhere it stays, and ends the engine when its standard input, a pipe that the parent holds, is closed.
"""

import os
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

__all__: list[str] = []

_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG
_KILL = 9
_NICE = 10  # nice(1): what the web process does is done first, however many questions the engine works on


def main(arguments: Sequence[str]) -> int:
    """Become the engine, or keep it; return its exit code."""
    parent, memory, *command = arguments
    if sys.platform == "linux":
        _bind(int(parent), int(memory))
        os.execv(command[0], command)  # noqa: S606  # a program by its path; a shell would be a second process
    return _keep(command)


def _bind(parent: int, memory: int) -> None:
    """Let this process die with its parent and be the first to go when memory is short; bound its address space."""
    import ctypes
    import resource

    os.nice(_NICE)
    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, _KILL)
    if os.getppid() != parent:  # it died before
        os._exit(0)
    Path("/proc/self/oom_score_adj").write_text("1000", encoding="ascii")
    _, most = resource.getrlimit(resource.RLIMIT_AS)
    bound = memory if most == resource.RLIM_INFINITY else min(memory, most)
    resource.setrlimit(resource.RLIMIT_AS, (bound, most))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _keep(command: Sequence[str]) -> int:
    """Run the engine until it ends or the parent is gone."""
    engine = subprocess.Popen(command, stdin=subprocess.DEVNULL)  # noqa: S603  # its words are those that `process` wrote

    def watch() -> None:
        sys.stdin.buffer.read()
        engine.kill()

    threading.Thread(target=watch, daemon=True).start()
    return engine.wait()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
