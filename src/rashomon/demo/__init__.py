"""Eight invented accounts of one night, as people would capture them: what `rashomon demo`, the docs and the tests read."""

from importlib.resources import files
from pathlib import Path


def accounts() -> list[Path]:
    """The bundled files, by name: saved pages, a plain-text capture, a PDF, a forum thread, a chat export, JSON lines."""
    return sorted(Path(str(files(__name__).joinpath("accounts"))).iterdir())
