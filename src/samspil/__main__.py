"""`python -m samspil` is the command `samspil`."""

from samspil.cli import main

if __name__ == "__main__":
    main()
