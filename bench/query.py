"""A question on the shipped data, whole process, against a ten-line rdflib script."""

import sys
from pathlib import Path

from bench.measure import machine, ratio, report, seconds_of_command
from samspil.project import Project

QUESTION = "cooperations/formal-partnerships"


def main() -> int:
    """Measure and print; exit code 1 when the bound does not hold."""
    project = Project.shipped()
    ours = [str(Path(sys.executable).parent / "samspil"), "query", QUESTION, "--format", "csv"]
    files = [str(path) for path in (*project.ontology_files(), *project.data_files())]
    query = str(project.queries[0] / f"{QUESTION}.rq")
    theirs = [sys.executable, str(Path(__file__).with_name("rdflib_peer.py")), query, *files]
    print(machine())
    result = ratio(seconds_of_command(ours), seconds_of_command(theirs))
    return 0 if report("samspil query", "rdflib script", result, 0.5) else 1


if __name__ == "__main__":
    sys.exit(main())
