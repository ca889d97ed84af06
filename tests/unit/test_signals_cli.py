"""`reverie signals`: rows are listed, judged and pinned without a window."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from app import cli
from app.domain.exchange import dump_lines
from tests.support.taught import signal


def listed(run: Any, *words: str) -> dict[str, tuple[str, bool]]:
    """State, and whether it is pinned, by prompt."""
    _, out, _ = run("--json", "signals", *words)
    found = json.loads(out)["signals"]
    return {one["messages"][-1]["content"]: (one["state"], one["pinned"]) for one in found}


def ids(run: Any) -> list[str]:
    return [line.split()[0] for line in run("signals")[1].splitlines()[2:]]


def test_rows_are_judged_and_pinned(run: Any, tmp_path: Path) -> None:
    assert "No signals yet" in run("signals")[1]
    plain = signal("Write to Sam.")
    linked = signal("Write to Kim.", edited="Dear Kim, pay at https://pay.example now.")
    file = tmp_path / "signals.jsonl"
    file.write_text("".join(dump_lines([plain, linked])))
    _, told, _ = run("signals", "import", str(file))
    assert "1 wait to be judged" in told and "signals list --state quarantined" in told
    assert listed(run, "list", "--state", "quarantined") == {
        "Write to Kim.": ("quarantined", False)
    }
    both = ids(run)
    assert "2 signals are learned from" in run("signals", "approve", *both)[1]
    assert run("signals", "pin", both[0])[0] == 0
    assert "active, pinned" in run("signals")[1]
    run("signals", "exclude", both[1])
    assert set(listed(run).values()) == {("active", True), ("excluded", False)}
    run("signals", "unpin", both[0])
    run("signals", "approve", both[1])
    assert set(listed(run).values()) == {("active", False)}


def test_an_id_that_is_not_there_changes_nothing(run: Any, tmp_path: Path) -> None:
    file = tmp_path / "signals.jsonl"
    file.write_text("".join(dump_lines([signal("Write to Sam.")])))
    run("signals", "import", str(file))
    (here,) = ids(run)
    for action in ("approve", "exclude", "pin", "unpin", "forget"):
        code, _, said = run("signals", action, here, "nobody")
        assert code == cli.KNOWN
        assert "nobody" in said
    assert listed(run) == {"Write to Sam.": ("active", False)}
