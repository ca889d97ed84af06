"""How values of the ledger stand in the database: times as UTC text, structures as JSON."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any


def time_text(moment: datetime) -> str:
    """ISO 8601 in UTC with microseconds, always the same width: text order is time order."""
    if moment.tzinfo is None:
        raise ValueError("a time without a zone is ambiguous")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def time_text_or_none(moment: datetime | None) -> str | None:
    return None if moment is None else time_text(moment)


def time_from(text: str) -> datetime:
    return datetime.fromisoformat(text)


def time_or_none(text: str | None) -> datetime | None:
    return None if text is None else time_from(text)


def json_text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
