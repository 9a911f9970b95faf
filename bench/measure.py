"""Two ways of doing one thing, measured in turn in one run: the ratio holds when the machine's speed drifts."""

import platform
import statistics
import subprocess
import time
from collections.abc import Callable, Sequence

__all__ = ["machine", "ratio", "report", "seconds_of_command"]


def seconds_of_command(command: Sequence[str]) -> Callable[[], float]:
    """Return a measurement of a whole process, from start to exit."""

    def measure() -> float:
        start = time.perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - start

    return measure


def ratio(
    ours: Callable[[], float], theirs: Callable[[], float], runs: int = 15
) -> tuple[float, float, float]:
    """Return the medians of ours and of theirs in seconds, and the median of the ratios pair by pair."""
    ours(), theirs()
    pairs = [(ours(), theirs()) for _ in range(runs)]
    mine, other = zip(*pairs, strict=True)
    return statistics.median(mine), statistics.median(other), statistics.median(a / b for a, b in pairs)


def machine() -> str:
    """Return what the numbers were measured on."""
    return f"{platform.machine()}, {platform.system()}, Python {platform.python_version()}"


def report(name: str, peer: str, result: tuple[float, float, float], bound: float) -> bool:
    """Print one line for README.md and tell whether the bound holds."""
    mine, other, factor = result
    print(
        f"| {name} | {mine * 1000:.0f} ms | {peer} | {other * 1000:.0f} ms | {factor:.2f} | at most {bound} |"
    )
    return factor <= bound
