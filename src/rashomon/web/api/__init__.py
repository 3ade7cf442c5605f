"""The case for programs, beside its pages: the same rows as the JSONL export under /api/v1, and people's word to be added."""

from rashomon.web.api.served import served

__all__ = ["served"]
