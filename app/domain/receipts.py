"""What a receipt of an erasure says, and how it is written so that it can be signed.

It is meant to be shown to others, so it holds no word of the user's. Not even the ids of rows: that
of a signal is a hash of its content, which would confirm a guess. Rows stand there as pseudonyms,
keyed hashes of their ids; who has the profile's key can tell whether a given id is meant.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from app.domain.ledger import to_json

FORMAT = 1


@dataclass(frozen=True, slots=True)
class Gone:
    """An adapter that had seen what was erased; `sha256` of its plain file, which is deleted. An
    `earlier` forgetting of something else had destroyed it already."""

    adapter: str
    night: str
    sha256: str
    in_use: bool
    earlier: bool = False


@dataclass(frozen=True, slots=True)
class Looked:
    """A search directly after forgetting: pieces of the erased texts and their ids, in so many
    files, tables and pages. `standing` pieces are not sought: the same words stand in what the user
    kept, such as the conversation itself. `found` names the places that should not have them,
    `unread` those that could not be read."""

    sought: int
    standing: int
    places: int
    found: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """The night that learned without what was erased. `adapter` and `sha256` are None where the
    gate refused what it made: then nothing replaces what was destroyed."""

    at: datetime
    night: str
    rows: int
    adapter: str | None
    sha256: str | None


@dataclass(frozen=True, slots=True)
class Proved:
    """A proof of erasure on this machine since (see docs/erasure.md): mean exposure of canaries in
    bits, and the area under the curve of a membership attack, both after forgetting."""

    at: datetime
    verdict: str
    exposure: float
    auc: float
    model: str
    seed: int


@dataclass(frozen=True, slots=True)
class Statement:
    """A receipt as it is read. `erased` holds pseudonyms by sort of row, `kinds` how many of which
    kind. `took_over` is the adapter that answers instead, None the base. `backups` held an erased
    row, `backups_deleted` are those of them that are gone by now. `undone`: the rows came back."""

    id: str
    at: datetime
    erased: dict[str, tuple[str, ...]]
    kinds: dict[str, int] = field(default_factory=dict)
    destroyed: tuple[Gone, ...] = ()
    took_over: str | None = None
    looked: Looked | None = None
    backups: tuple[str, ...] = ()
    backups_deleted: tuple[str, ...] = ()
    rebuilt: Rebuilt | None = None
    proved: Proved | None = None
    undone: datetime | None = None
    genuine: bool = True

    @property
    def count(self) -> int:
        """Rows that were erased."""
        return sum(map(len, self.erased.values()))

    @property
    def waits(self) -> bool:
        """Adapters went, and no night has learned without the rows since."""
        return bool(self.destroyed) and self.rebuilt is None and self.count > 0

    @property
    def pseudonyms(self) -> frozenset[str]:
        return frozenset(name for names in self.erased.values() for name in names)


def body_of(statement: Statement) -> str:
    """The canonical JSON that is signed."""
    content = {"format": FORMAT, **to_json(statement)}
    del content["genuine"]
    return canonical(content)


def canonical(content: Mapping[str, Any]) -> str:
    """The one way to write a receipt: keys in order, no white space, nothing but ASCII."""
    return json.dumps(content, sort_keys=True, separators=(",", ":"), allow_nan=False)


def statement_of(body: str, *, genuine: bool = True) -> Statement:
    """The inverse of `body_of`. ValueError where it is something else."""
    try:
        content = json.loads(body)
        if content["format"] != FORMAT:
            raise ValueError("unknown format")
        return Statement(
            id=_text(content["id"]),
            at=_time(content["at"]),
            erased={_text(sort): _texts(ids) for sort, ids in content["erased"].items()},
            kinds={_text(kind): int(count) for kind, count in content["kinds"].items()},
            destroyed=tuple(Gone(**one) for one in content["destroyed"]),
            took_over=content["took_over"],
            looked=_looked(content["looked"]),
            backups=_texts(content["backups"]),
            backups_deleted=_texts(content["backups_deleted"]),
            rebuilt=_at(Rebuilt, content["rebuilt"]),
            proved=_at(Proved, content["proved"]),
            undone=None if content["undone"] is None else _time(content["undone"]),
            genuine=genuine,
        )
    except (KeyError, TypeError, AttributeError, RecursionError) as fault:
        raise ValueError("not a receipt") from fault


def _at(kind: type[Any], fields: dict[str, Any] | None) -> Any:
    return None if fields is None else kind(**fields | {"at": _time(fields["at"])})


def _looked(fields: dict[str, Any] | None) -> Looked | None:
    if fields is None:
        return None
    places = {name: _texts(fields.get(name, [])) for name in ("found", "unread")}
    return Looked(**fields | places)


def _texts(values: Sequence[Any]) -> tuple[str, ...]:
    if not isinstance(values, list):
        raise TypeError("not a list")
    return tuple(map(_text, values))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value


def _time(value: Any) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    if moment.tzinfo is None:
        raise ValueError("a time without a zone")
    return moment
