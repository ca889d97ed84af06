"""Plain text for people: tables, a progress line, a night's report."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any, TextIO

from app.domain.events import NightProgress, Phase
from app.domain.ledger import Adapter, Conversation, Night, Outcome, Role, Signal
from app.domain.receipts import Statement
from app.domain.searching import Excerpt
from app.services.backups import Backup
from app.services.proof import Proof
from app.services.search import Hit
from app.services.wipe import Item

_PHASES = {
    Phase.LOAD: "loading the base",
    Phase.REPLAY: "writing replay text",
    Phase.TRAIN: "training",
    Phase.EXPORT: "exporting",
    Phase.MEASURE: "measuring",
    Phase.GATE: "deciding",
}
_ARMS = {
    "base": "base",
    "memory": "memory only",
    "adapter": "adapter",
    "both": "adapter beside examples",
    "present": "adapter in use now",
}


def table(rows: Sequence[Sequence[str]], header: Sequence[str]) -> str:
    """Columns as wide as they need to be; numbers are the caller's to format."""
    widths = [max(len(row[i]) for row in (header, *rows)) for i in range(len(header))]
    lines = [header, ["-" * w for w in widths], *rows]
    return "\n".join(
        "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
        for line in lines
    )


def clip(text: str, length: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= length else line[: length - 1] + "…"


class ProgressLine:
    """One line on a terminal, rewritten in place; one line a phase in a file."""

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream
        self._live = stream.isatty()
        self._phase: Phase | None = None
        self._shown = 0.0

    def show(self, event: NightProgress) -> None:
        new = event.phase is not self._phase
        self._phase = event.phase
        if not self._live:
            if new:
                self._stream.write(f"{_PHASES[event.phase]} …\n")
                self._stream.flush()
            return
        if not new and event.step < event.of and time.monotonic() - self._shown < 0.1:
            return
        self._shown = time.monotonic()
        left = "" if event.seconds_left is None else f", about {event.seconds_left:.0f} s left"
        state = " (paused)" if event.paused else ""
        line = f"{_PHASES[event.phase]}: {event.step} of {event.of}{left}{state}"
        self._stream.write(f"\r\x1b[K{line}")
        self._stream.flush()

    def end(self) -> None:
        if self._live and self._phase is not None:
            self._stream.write("\r\x1b[K")
            self._stream.flush()


def byte_progress(stream: TextIO) -> Callable[[int, int], None]:
    def show(done: int, total: int) -> None:
        if stream.isatty():
            stream.write(f"\r\x1b[K{done / 1e6:.0f} of {total / 1e6:.0f} MB")
            stream.write("\n" if done >= total else "")
            stream.flush()

    return show


def conversations(rows: Sequence[Conversation]) -> str:
    if not rows:
        return "No conversations yet. Begin one in the window, or import some."
    lines = [[c.id, f"{c.updated:%Y-%m-%d %H:%M}", c.folder or "", clip(c.title, 60)] for c in rows]
    return table(lines, ("id", "last used (UTC)", "folder", "title"))


def signals(rows: Sequence[Signal]) -> str:
    if not rows:
        return "No signals yet. Correct a reply in the window, or `reverie signals import FILE`."
    lines = [
        [s.id, f"{s.at:%Y-%m-%d %H:%M}", s.kind.value, _standing(s), clip(s.prompt, 48)]
        for s in rows
    ]
    return table(lines, ("id", "when (UTC)", "kind", "state", "prompt"))


def _standing(signal: Signal) -> str:
    return f"{signal.state.value}, pinned" if signal.pinned else signal.state.value


def hits(found: Sequence[Hit], *, bold: bool) -> str:
    if not found:
        return "Nothing found. Try fewer or other words."
    lines = []
    for before, hit in zip((None, *found), found, strict=False):
        if before is None or before.conversation != hit.conversation:
            lines.append(f"{hit.at:%Y-%m-%d}  {_marked(hit.title, bold=bold)}")
        if hit.message is not None:
            who = "you" if hit.role is Role.USER else ""
            lines.append(f"{who:>10}  {_marked(hit.snippet, bold=bold)}")
    return "\n".join(lines)


def _marked(excerpt: Excerpt, *, bold: bool) -> str:
    """With its hits in bold. What a model wrote must not command a terminal."""
    line = "".join(c if c.isprintable() else " " for c in excerpt.text)
    for start, end in reversed(excerpt.marks if bold else ()):
        line = f"{line[:start]}\x1b[1m{line[start:end]}\x1b[0m{line[end:]}"
    return line


def nights(rows: Sequence[Night], active: Adapter | None) -> str:
    if not rows:
        return "No nights yet. `reverie sleep --now` runs one."
    lines = [
        [
            night.id,
            f"{night.started:%Y-%m-%d %H:%M}",
            night.outcome.value if night.outcome else "running",
            str(len(night.rows)),
            "in use" if active and night.adapter == active.id else "",
            clip(night.reason, 72),
        ]
        for night in rows
    ]
    return table(lines, ("id", "started (UTC)", "outcome", "rows", "", "verdict"))


def night(night: Night, *, details: bool = False) -> str:
    """The verdict in one sentence, then before and after, then the numbers."""
    outcome = night.outcome.value if night.outcome else "running"
    parts = [f"Night {night.id}: {outcome}. {night.reason}"]
    metrics = night.metrics or {}
    if held_out := metrics.get("held_out"):
        parts.append(_held_out_table(held_out))
    if training := metrics.get("training"):
        parts.append(_training(training))
    if night.outcome in (Outcome.PROMOTED, Outcome.KEPT):
        parts.extend(_example(e) for e in metrics.get("examples", [])[: 4 if details else 1])
    if details and metrics.get("checks"):
        parts.append(_checks(metrics["checks"]))
    return "\n\n".join(parts)


def _training(training: dict[str, Any]) -> str:
    sentences = [f"Learned from {training['rows']} corrections in {training['steps']} steps."]
    if training.get("all_rows"):
        sentences.append("Those it was checked with have been learned by now, too.")
    if training["scale"] != 1.0:
        sentences.append(f"Used at {training['scale']:.0%} of its strength.")
    sentences += [f"Left out: {n} ({why})." for why, n in training["left_out"].items()]
    return " ".join(sentences)


def _held_out_table(held_out: dict[str, Any]) -> str:
    rows = []
    for arm, name in _ARMS.items():
        cost, nll = held_out["edit_cost"].get(arm), held_out["nll"].get(arm)
        if cost is not None:
            rows.append([name, f"{cost:.3f}", "" if nll is None else f"{nll:.3f}"])
    title = f"On {held_out['rows']} corrections that it did not learn from:"
    return title + "\n" + table(rows, ("answered with", "edit cost", "NLL per token"))


def _example(example: dict[str, Any]) -> str:
    return "\n".join(
        f"{label:>8}  {clip(example[key], 100)}"
        for label, key in (
            ("asked", "prompt"),
            ("before", "before"),
            ("after", "after"),
            ("yours", "wanted"),
        )
    )


def _checks(checks: Sequence[dict[str, Any]]) -> str:
    def number(value: Any) -> str:
        return f"{value:.4g}" if isinstance(value, int | float) else str(value)

    rows = [
        ["ok" if c["passed"] else "NO", c["name"], number(c["value"]), number(c["limit"])]
        for c in checks
    ]
    return table(rows, ("", "check", "measured", "limit"))


def proof(proof: Proof) -> str:
    """The claims as a table, and what they come to."""
    rows = [[claim.name, claim.value, claim.limit, claim.verdict] for claim in proof.claims]
    facts = f"{proof.facts['model']}, seed {proof.facts['seed']}, {proof.facts['seconds']:.0f} s."
    return "\n".join(
        ["", table(rows, ("claim", "measured", "limit", "verdict")), "", proof.sentence, facts]
    )


def models(rows: Sequence[dict[str, Any]]) -> str:
    lines = [
        [
            row["name"],
            f"{row['size'] / 1e6:.0f} MB" if row["size"] else "",
            "here" if row["installed"] else "not here",
            "in use" if row["in_use"] else "",
        ]
        for row in rows
    ]
    hint = "\nAny other GGUF file: `reverie models use FILE.gguf`."
    return table(lines, ("name", "size", "", "")) + hint


def receipts(rows: Sequence[tuple[Statement, Sequence[str]]]) -> str:
    if not rows:
        return "No receipts yet. One is written whenever something is forgotten."
    lines = [
        [one.id, f"{one.at:%Y-%m-%d %H:%M}", _erased(one), _state(one), _verdict(one, faults)]
        for one, faults in rows
    ]
    return table(lines, ("id", "when (UTC)", "erased", "learned again", "verdict"))


def receipt(one: Statement, faults: Sequence[str]) -> str:
    lines = [
        f"Receipt {one.id} of {one.at:%Y-%m-%d %H:%M} (UTC): {_verdict(one, faults)}.",
        *faults,
        f"Erased: {_erased(one)}.",
        *(f"  {sort[:-1]} {name}" for sort, names in one.erased.items() for name in names),
    ]
    for gone in one.destroyed:
        used = ", in use until then" if gone.in_use else ", before" if gone.earlier else ""
        lines.append(f"Destroyed: adapter {gone.adapter} of night {gone.night}{used}.")
        lines.append(f"  SHA-256 {gone.sha256}")
    if one.destroyed:
        lines.append(f"Took over: {f'adapter {one.took_over}' if one.took_over else 'the base'}.")
    if one.looked is not None:
        looked, found = one.looked, ", ".join(one.looked.found) or "nothing"
        lines.append(
            f"Searched for {looked.sought} pieces and ids in {looked.places} places: {found} found."
            + f" {looked.standing} more pieces stand in what you kept." * bool(looked.standing)
        )
        if looked.unread:
            lines.append(f"Could not be read: {', '.join(looked.unread)}.")
    lines += [
        f"Backup {name}: {'deleted since' if name in one.backups_deleted else 'still holds it'}."
        for name in one.backups
    ]
    lines.append(f"Learned again: {_state(one)}.")
    if one.rebuilt is not None and one.rebuilt.sha256:
        lines.append(f"  SHA-256 {one.rebuilt.sha256}, from {one.rebuilt.rows} rows")
    if one.proved is not None:
        proved = one.proved
        lines.append(
            f"Proof of {proved.at:%Y-%m-%d} on {proved.model}, seed {proved.seed}: "
            f"{proved.verdict}; canary exposure {proved.exposure:.2f} bits, membership AUC "
            f"{proved.auc:.3f}."
        )
    return "\n".join(lines)


def _erased(one: Statement) -> str:
    counts = [f"{len(names)} {sort}" for sort, names in one.erased.items()]
    return ", ".join(counts) or "weights only"


def _state(one: Statement) -> str:
    if one.rebuilt is not None:
        made = f"adapter {one.rebuilt.adapter}" if one.rebuilt.adapter else "refused by the gate"
        return f"night {one.rebuilt.night}, {made}"
    return "with the next night" if one.waits else "not needed"


def _verdict(one: Statement, faults: Sequence[str]) -> str:
    if one.undone is not None and not faults:
        return f"undone {one.undone:%Y-%m-%d %H:%M}"
    return "DOES NOT HOLD" if faults else "holds"


def backups(rows: Sequence[Backup]) -> str:
    if not rows:
        return "No backups. One is written before the store's format changes."
    lines = [
        [
            one.name,
            f"{one.at:%Y-%m-%d %H:%M}",
            f"{one.bytes / 1e6:.1f} MB",
            "cannot be read" if one.schema is None else f"{one.forgotten} forgotten rows",
        ]
        for one in rows
    ]
    return table(lines, ("name", "when (UTC)", "size", "holds"))


def to_be_wiped(items: Sequence[Item]) -> str:
    if not items:
        return "There is nothing to wipe."
    lines = [[i.what, str(i.count), f"{i.bytes / 1e6:.1f} MB" if i.bytes else ""] for i in items]
    return table(lines, ("goes", "how many", "size"))
