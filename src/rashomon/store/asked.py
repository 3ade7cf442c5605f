"""What a language model answered, kept by the content of the question, so that nobody pays twice; and which model it was."""

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, cast

from rashomon.store.durable import place_bytes

Answer = Mapping[str, Any]


class Asked:
    """The folder `asked/` of a case: `model.json`, and a file for each answer. It is there only where a model was asked."""

    def __init__(self, folder: Path, drafts: Path) -> None:
        self._folder, self._drafts = folder, drafts

    @property
    def model(self) -> str | None:
        """The model that was asked last; None where none was."""
        told = self._read("model")
        return None if told is None else str(told["model"])

    def note(self, model: str, tally: str) -> None:
        """Keeps which model was asked, and what came of it."""
        self.put("model", {"model": model, "tally": tally})

    def get(self, key: str) -> Answer | None:
        """The answer that is kept by this key; None where there is none that can be read."""
        return self._read(key)

    def put(self, key: str, answer: Answer) -> None:
        """Keeps an answer, at once: whatever happens to the next question, this one was paid for.

        Raises CannotWrite if the disk is full.
        """
        data = json.dumps(answer, ensure_ascii=True, indent=1).encode() + b"\n"
        place_bytes(data, self._folder / f"{key}.json", self._drafts)

    def _read(self, key: str) -> Answer | None:
        try:
            found = json.loads((self._folder / f"{key}.json").read_bytes())
        except (OSError, ValueError):
            return None
        return cast(Answer, found) if isinstance(found, dict) else None
