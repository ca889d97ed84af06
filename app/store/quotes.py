"""What the reports of nights say in the user's words, and how that goes with what is forgotten."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlite_utils import Database

from app.store.codec import json_text

RECALLED = "recalled"
"""Beside a night's metrics: ids of the memories that it recalled. Nothing is learned from a fact,
so they are not among its rows."""

FORGOTTEN = ""
"""Stands where the id of a forgotten signal stood. No signal has an empty id."""

# Shorter texts count as quoted only when the whole value is the text.
_QUOTABLE = 16


def forget_texts(db: Database, texts: Collection[str], ids: Collection[str]) -> None:
    """Takes whatever quotes one of `texts` out of all nights' metrics (their examples), and blanks
    `ids` there (their manifests). Comes before `forget_ids`, by which a night no longer names them.

    A night that read one of `ids` quotes nothing any more: a model that has read a text says parts
    of it elsewhere, too, and nobody can tell which."""
    for row in list(db.query("SELECT id, rows, metrics FROM nights WHERE metrics IS NOT NULL")):
        metrics = json.loads(row["metrics"])
        read = {*json.loads(row["rows"]), *recalled(metrics)}
        quoted = metrics if read.isdisjoint(ids) else without_examples(metrics)
        kept = blanked(_without(quoted, texts), ids)
        if kept != metrics:
            db.execute("UPDATE nights SET metrics = ? WHERE id = ?", [json_text(kept), row["id"]])


def recalled(metrics: Mapping[str, Any] | None) -> Sequence[str]:
    """Ids of the memories that stood in the prompts of a night's examples."""
    return (metrics or {}).get(RECALLED) or ()


def without_examples(metrics: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in metrics.items() if name != "examples"}


def _without(value: Any, texts: Collection[str]) -> Any:
    """`value` less the list elements and fields that quote; a quoting record goes whole."""
    if isinstance(value, dict):
        return {
            name: _without(inner, texts)
            for name, inner in value.items()
            if not _is_quote(inner, texts)
        }
    if isinstance(value, list):
        return [_without(inner, texts) for inner in value if not _has_quote(inner, texts)]
    return value


def blanked(value: Any, ids: Collection[str]) -> Any:
    if isinstance(value, dict):
        return {name: blanked(inner, ids) for name, inner in value.items()}
    if isinstance(value, list):
        return [blanked(inner, ids) for inner in value]
    return FORGOTTEN if isinstance(value, str) and value in ids else value


def _has_quote(value: Any, texts: Collection[str]) -> bool:
    if isinstance(value, dict):
        return any(_has_quote(inner, texts) for inner in value.values())
    if isinstance(value, list):
        return any(_has_quote(inner, texts) for inner in value)
    return _is_quote(value, texts)


def _is_quote(value: Any, texts: Collection[str]) -> bool:
    return isinstance(value, str) and any(_quotes(value, text) for text in texts)


def _quotes(value: str, text: str) -> bool:
    """True if one holds the other: reports may quote around a text or cut it short."""
    if min(len(value), len(text)) < _QUOTABLE:
        return value == text
    return value in text or text in value
