"""What the topics of the library are called: the folder of a question to an English text of our catalogues."""

from typing import Final

__all__ = ["TOPICS"]

# In the order in which the library shows them; a topic of somebody's own comes after them, under its own name.
TOPICS: Final[dict[str, str]] = {
    "cooperations": "Cooperations",
    "agreements": "Agreements",
    "actors": "Actors",
    "themes": "Themes and focus areas",
    "governance": "Meetings, posts and considerations",
    "time": "Time",
    "network": "The network",
    "provenance": "Sources",
    "quality": "Data quality",
}
