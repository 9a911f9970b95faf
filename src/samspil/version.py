"""The version of the program; a file of its own, so that whoever needs it loads nothing else."""

__all__ = ["__version__"]

__version__ = "0.1.0"
