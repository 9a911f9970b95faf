"""`samspil` in a process that notes where it connects to: `python -m tests.server.hostile.guest FILE serve …`."""

import sys
from pathlib import Path

NOTED = ("socket.connect", "socket.sendto", "socket.getaddrinfo")


def main() -> None:
    """Run the command with a hook of the interpreter (PEP 578) that nothing can take away."""
    file = Path(sys.argv.pop(1)).open("a", encoding="utf-8")  # noqa: SIM115  (open as long as the process)

    def note(event: str, arguments: tuple[object, ...]) -> None:
        if event in NOTED:
            address = arguments[1] if event != "socket.getaddrinfo" else arguments[0]
            file.write(f"{event} {address!r}\n")
            file.flush()

    sys.addaudithook(note)
    from samspil.cli import main as samspil

    samspil()


if __name__ == "__main__":
    main()
