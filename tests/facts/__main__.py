"""Write docs/reference/facts.md: `python -m tests.facts`."""

from tests.facts.facts import REPORT, report

if __name__ == "__main__":
    REPORT.parent.mkdir(parents=True, exist_ok=True)
    REPORT.write_text(report(), encoding="utf-8", newline="\n")
