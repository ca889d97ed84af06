"""Wiping as a person does it: a part, or everything; what goes is said, and a word is typed."""

from __future__ import annotations

import hashlib
import io
import json
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app import cli
from app.domain.errors import KnownError
from app.domain.ledger import Adapter, MemoryKind, Message, Night, Role, utc_now
from app.domain.simulated import corrections
from app.services import Reverie, autostart
from app.services.wipe import Scope, Step, Wipe, WipeFinished
from app.store.layout import Layout

ROWS = corrections([f"Write about the harbour number {n}." for n in range(4)])
OPEN: dict[str, Any] = {"passphrase": lambda: "words", "insist": True}


@pytest.fixture(autouse=True)
def own_desktop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))


def fill(reverie: Reverie) -> str:
    """Returns the id of a conversation that taught a correction and a memory."""
    made = reverie.conversations.new()
    for message in (
        Message("q", made.id, 0, Role.USER, "What is a harbour?", utc_now()),
        Message("r", made.id, 1, Role.ASSISTANT, "A place for ships.", utc_now(), "q"),
    ):
        reverie.conversations.append(message)
    reverie.gestures.edit("r", "ships rest there. k")
    reverie.store.signals.add_many(ROWS)
    memory = reverie.memories.add("Prefers short words.", MemoryKind.PREFERENCE, source="q")
    reverie.memories.add("Lives by the harbour.")
    learn(reverie, "first", ROWS[0].id)
    learn(reverie, "second", ROWS[0].id, memory.id)
    return made.id


def learn(reverie: Reverie, name: str, *rows: str) -> None:
    data = name.encode()
    sha256 = hashlib.sha256(data).hexdigest()
    made = Adapter(name, f"night-{name}", "ba5e", sha256, rows, active=True)
    metrics = {"examples": [{"wanted": "ships rest there. k"}], "kl": 0.1}
    night = Night(made.night, utc_now(), base="ba5e", rows=rows, metrics=metrics)
    reverie.store.promote(night, made, data)


def counts(wipe: Wipe, scope: Scope, conversation: str | None = None) -> dict[str, int]:
    return {str(item.what): item.count for item in wipe.describe(scope, conversation)}


def test_memories_only(profile: Path) -> None:
    with Reverie.open(profile, **OPEN) as reverie:
        fill(reverie)
        assert counts(reverie.wipe, Scope.MEMORIES) == {"memories": 2, "learned adapters": 1}
        steps: list[Step] = []
        reverie.wipe.carry_out(Scope.MEMORIES, on_step=steps.append)
        assert [(step.done, step.of) for step in steps] == [(0, 1), (1, 1)]
        assert reverie.memories.all() == []
        assert reverie.store.adapters.active().id == "first"
        assert len(reverie.store.signals.all()) == 5
        assert len(reverie.conversations.all()) == 1
        assert counts(reverie.wipe, Scope.MEMORIES) == {}


def test_learned_weights_only(profile: Path) -> None:
    with Reverie.open(profile, **OPEN) as reverie:
        fill(reverie)
        assert counts(reverie.wipe, Scope.LEARNED) == {
            "learned adapters": 2,
            "nights' examples, which quote you": 2,
        }
        reverie.wipe.carry_out(Scope.LEARNED)
        assert list(Layout(profile).adapters.iterdir()) == []
        assert [night.metrics for night in reverie.nights.all()] == [{"kl": 0.1}] * 2
        assert len(reverie.store.signals.all()) == 5
        assert len(reverie.memories.all()) == 2
        (receipt,) = reverie.receipts.all()
        assert {gone.adapter for gone in receipt.destroyed} == {"first", "second"}
        assert reverie.receipts.faults(receipt) == []
        assert not reverie.forgetting.rebuild_due(), "it was not asked for"
        last = reverie.nights.all()[0]
        assert not reverie.nights._nothing_new([], last.rows), "but a night may learn it again"


def test_one_conversation_with_all_it_taught(profile: Path) -> None:
    with Reverie.open(profile, **OPEN) as reverie:
        place = fill(reverie)
        assert counts(reverie.wipe, Scope.CONVERSATION, place) == {
            "messages": 2,
            "corrections and other signals": 1,
            "memories": 1,
            "learned adapters": 1,
        }
        reverie.wipe.carry_out(Scope.CONVERSATION, place)
        assert reverie.conversations.all() == []
        assert reverie.store.signals.all() == ROWS
        assert [memory.text for memory in reverie.memories.all()] == ["Lives by the harbour."]
        with pytest.raises(KnownError, match="gone"):
            reverie.wipe.carry_out(Scope.CONVERSATION, place)


def test_everything_closes_what_is_open(profile: Path) -> None:
    reverie = Reverie.open(profile, **OPEN)
    fill(reverie)
    reverie.change_settings(nightly=True)
    autostart.switch(on=True, profile=profile)
    found = counts(reverie.wipe, Scope.EVERYTHING)
    assert found["conversations"] == 1
    assert found["corrections and other signals"] == 5
    assert found["what was learned"] == 2
    assert found["the entry that starts Reverie at login"] == 1
    steps: list[Step] = []
    reverie.wipe.carry_out(Scope.EVERYTHING, on_step=steps.append)
    assert [step.done for step in steps] == list(range(len(steps)))
    assert steps[-1].done == steps[-1].of
    assert not profile.exists()
    assert not autostart.is_on()
    with Reverie.open(profile, **OPEN) as again:
        assert again.memories.all() == []
        assert again.receipts.all() == []


def test_what_starts_another_profile_at_login_stays(profile: Path, tmp_path: Path) -> None:
    Reverie.open(profile, **OPEN).close()
    autostart.switch(on=True, profile=tmp_path / "another")
    Wipe(profile).carry_out(Scope.EVERYTHING)
    assert autostart.is_on()
    autostart.switch(on=True, profile=None)
    Wipe(profile).carry_out(Scope.EVERYTHING)
    assert autostart.is_on()
    Wipe(profile, is_default=True).carry_out(Scope.EVERYTHING)
    assert not autostart.is_on()


def test_a_part_of_one_that_is_not_open_cannot_be_wiped(profile: Path) -> None:
    for scope in (Scope.MEMORIES, Scope.LEARNED, Scope.CONVERSATION):
        with pytest.raises(KnownError, match="not open"):
            Wipe(profile).describe(scope, "c")
        with pytest.raises(KnownError, match="not open"):
            Wipe(profile).carry_out(scope, "c")


def test_the_next_start_finishes_what_was_cut_off_and_says_so(profile: Path) -> None:
    with Reverie.open(profile, **OPEN) as reverie:
        fill(reverie)

    def cut_off(step: Step) -> None:
        if step.done == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Wipe(profile).carry_out(Scope.EVERYTHING, on_step=cut_off)
    assert Layout(profile).wiping.exists()
    asked: list[str] = []
    with pytest.raises(WipeFinished):
        Reverie.open(profile, lambda: asked.append("") or "words")
    assert not profile.exists()
    assert asked == []
    Reverie.open(profile, **OPEN).close()


Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(
    profile: Path,
    passphrase_file: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Run:
    """`reverie …`, with `typed` on its terminal, if any: (exit code, stdout, stderr)."""

    def one(*words: str, typed: str | None = None) -> tuple[int, str, str]:
        stdin = io.StringIO(typed or "")
        monkeypatch.setattr(stdin, "isatty", lambda: typed is not None)
        monkeypatch.setattr(sys, "stdin", stdin)
        where = ["--profile", str(profile), "--passphrase-file", str(passphrase_file)]
        return cli.main([*where, *words]), *capsys.readouterr()

    return one


@pytest.fixture
def filled(profile: Path, passphrase_file: Path) -> Path:
    words = passphrase_file.read_text().strip()
    with Reverie.open(profile, lambda: words, insist=True) as reverie:
        fill(reverie)
    return profile


@pytest.mark.parametrize("typed", ["", "yes\n", "wipe it\n", None])
def test_without_the_word_nothing_happens(run: Run, filled: Path, typed: str | None) -> None:
    code, out, err = run("wipe", typed=typed)
    assert code == 3
    assert "the key" in out
    assert "Nothing was wiped" in err
    assert run("erasure", "receipts")[0] == 0
    assert Layout(filled).store.exists()


def test_the_word_or_yes_does_it(run: Run, filled: Path) -> None:
    assert run("wipe", "--memories", typed="Wipe\n")[0] == 0
    code, out, _ = run("wipe", "--learned", "--yes")
    assert code == 0
    assert "1 of 1: done" in out
    code, out, err = run("wipe", "--yes", "--json")
    assert code == 0
    assert json.loads(out)["scope"] == "everything"
    assert "done" in err
    assert not filled.exists()
    code, out, _ = run("wipe")
    assert (code, out) == (0, "There is nothing to wipe.\n")


def test_a_conversation_by_its_id(run: Run, filled: Path) -> None:
    listed = json.loads(run("conversations", "--json")[1])["conversations"]
    assert run("wipe", "--conversation", "no-such", "--yes")[0] == 3
    assert run("wipe", "--conversation", listed[0]["id"], "--yes")[0] == 0
    assert json.loads(run("conversations", "--json")[1])["conversations"] == []
    with pytest.raises(SystemExit) as wrong:
        run("wipe", "--memories", "--learned", "--yes")
    assert wrong.value.code == 2


@pytest.mark.parametrize("harm", ["store", "key"])
def test_everything_where_nothing_can_be_opened(run: Run, filled: Path, harm: str) -> None:
    if harm == "store":
        Layout(filled).store.write_bytes(os.urandom(5000))
    else:
        Layout(filled).key_file.write_text("lost")
    assert run("signals")[0] == 3
    assert run("wipe", "--memories", "--yes")[0] == 3
    assert run("wipe", "--yes")[0] == 0
    assert not filled.exists()


def test_one_that_is_in_use_is_told(run: Run, profile: Path) -> None:
    with Reverie.open(profile, **OPEN):
        code, _, err = run("wipe", "--yes")
        assert code == 3
        assert "open elsewhere" in err
    Reverie.open(profile, **OPEN).close()


@pytest.mark.parametrize("command", [("signals",), ("models",), ("doctor",), ("wipe", "--yes")])
def test_any_command_finishes_a_wipe_first(run: Run, filled: Path, command: tuple) -> None:
    Layout(filled).wiping.touch()
    code, _, err = run(*command)
    assert code == 3
    assert "The wipe is finished now" in err
    assert not filled.exists()


def test_receipts_and_backups_on_the_command_line(run: Run, filled: Path, tmp_path: Path) -> None:
    assert "No receipts yet" in run("erasure", "receipts")[1]
    code, out, _ = run("signals", "forget", ROWS[0].id)
    assert code == 0
    assert "the base answers" in out
    assert "reverie sleep --now" in out
    listed = json.loads(run("--json", "erasure", "receipts")[1])["receipts"]
    assert [(one["faults"], one["genuine"]) for one in listed] == [([], True)]
    for wanted in (listed[0]["id"], ROWS[0].id):
        out = run("erasure", "receipts", "show", wanted)[1]
        assert "Took over: the base." in out
        assert "adapter second of night night-second, in use until then" in out
    file = tmp_path / "receipt.json"
    assert run("erasure", "receipts", "export", listed[0]["id"], str(file))[0] == 0
    assert run("erasure", "receipts", "verify", str(file))[0] == 0
    file.write_text(file.read_text().replace("night-second", "night-third"))
    code, out, err = run("erasure", "receipts", "verify", str(file))
    assert code == 3
    assert "DOES NOT HOLD" in out
    assert "does not hold" in err
    assert run("erasure", "receipts", "show", "none")[0] == 3
    assert "No backups" in run("erasure", "backups")[1]
    assert run("erasure", "backups", "delete", "none.db")[0] == 3
