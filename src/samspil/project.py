"""Which folders and files a register consists of.

The register that ships with the program and a user's own have one form: `ontology/`, `shapes/`, `queries/`
and `data/`. A user's register brings its own data and borrows the rest, to which it may add.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

from samspil.errors import UnreadableInput

__all__ = ["Project"]


@dataclass(frozen=True)
class Project:
    """The folders of one register; those of `ontology`, `shapes`, `queries` and `rules` exist.

    The program's own folders come first, then the user's; the files of a folder come in order of name.
    """

    root: Path
    data: Path
    ontology: tuple[Path, ...]
    shapes: tuple[Path, ...]
    queries: tuple[Path, ...]
    rules: tuple[Path, ...]

    @classmethod
    def shipped(cls) -> "Project":
        """Return the register that travels with the program."""
        return cls._over(_resources(), ())

    @classmethod
    def at(cls, root: Path) -> "Project":
        """Return the user's register in a folder. Raises UnreadableInput without a `data` folder in it."""
        for folder in (root, root / "data"):
            if not folder.is_dir():
                raise UnreadableInput(folder, "it is not a folder" if folder.exists() else "no such folder")
        return cls._over(root, (_resources(),))

    @classmethod
    def _over(cls, root: Path, borrowed: tuple[Path, ...]) -> "Project":
        """Return the register at `root` with the folders that it borrows before its own."""
        roots = (*borrowed, root)
        return cls(
            root=root,
            data=root / "data",
            ontology=_existing(base / "ontology" for base in roots),
            shapes=_existing(base / "shapes" for base in roots),
            queries=_existing(base / "queries" for base in roots),
            rules=_existing(base / "ontology" / "rules" for base in roots),
        )

    def folders(self) -> tuple[Path, ...]:
        """Return every folder that there is and that files of the register lie in, those that ship among them."""
        own = (self.data, self.root / "stories")
        return _existing((*own, *self.ontology, *self.shapes, *self.queries))

    def data_files(self) -> tuple[Path, ...]:
        """Return the sources: `data/*.ttl`."""
        return _listed((self.data,), "*.ttl")

    def ontology_files(self) -> tuple[Path, ...]:
        """Return the model, its concepts and its alignments: `ontology/*.ttl`."""
        return _listed(self.ontology, "*.ttl")

    def rule_files(self) -> tuple[Path, ...]:
        """Return the rules: `ontology/rules/*.rq`."""
        return _listed(self.rules, "*.rq")

    def shape_files(self) -> tuple[Path, ...]:
        """Return the shapes: `shapes/*.ttl`."""
        return _listed(self.shapes, "*.ttl")

    def story_files(self) -> tuple[Path, ...]:
        """Return the stories of the map, which are about the register's own data: `stories/*.yaml`."""
        return _listed((self.root / "stories",), "*.yaml")

    def query_files(self) -> tuple[Path, ...]:
        """Return the questions: `queries/<topic>/<question>.rq`."""
        return _listed(self.queries, "**/*.rq")


def _resources() -> Path:
    """Return the folder that holds what ships: inside the wheel, or the checkout of an editable install."""
    package = Path(str(files("samspil")))
    inside = package / "resources"
    return inside if inside.is_dir() else package.parents[1]


def _existing(folders: Iterable[Path]) -> tuple[Path, ...]:
    """Return the folders that exist, each once: the checkout itself may be opened as a user's register."""
    return tuple({folder.resolve(): folder for folder in folders if folder.is_dir()}.values())


def _listed(folders: tuple[Path, ...], pattern: str) -> tuple[Path, ...]:
    """Return the files that match, but for hidden ones, which editors leave behind."""
    found = [sorted(folder.glob(pattern), key=Path.as_posix) for folder in folders]
    return tuple(path for group in found for path in group if path.is_file() and path.name[0] != ".")
