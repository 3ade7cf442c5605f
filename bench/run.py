"""Runs every measurement of speed: one file here each, with `figures() -> dict`. Quiet machine, please."""

from importlib import import_module
from pathlib import Path

HERE = Path(__file__).parent


def main() -> None:
    """Prints each figure of each file."""
    for path in sorted(HERE.glob("*.py")):
        if path.name != "run.py":
            print(path.stem)
            for name, value in import_module(path.stem).figures().items():
                print(f"  {name:<40} {value:>12,.2f}")


if __name__ == "__main__":
    main()
