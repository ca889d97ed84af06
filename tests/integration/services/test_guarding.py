"""The guard at the door: gestures and imports, over a real store."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.exchange import dump_lines
from app.domain.guard import Doubt, doubts, guarded
from app.domain.ledger import (
    Kind,
    Message,
    Night,
    Outcome,
    Provenance,
    Role,
    Signal,
    State,
    utc_now,
)
from app.domain.provenance import Draft
from app.services import Reverie
from tests.support.command import reverie as command

ASKED = "My card is 4111 1111 1111 1111, my password is Hunter22x. Write to the shop."
WRITTEN = "Dear shop, my card is 4111 1111 1111 1111. Call +49 171 2345678."
EDITED = "hey shop, card 4111 1111 1111 1111, ring +49 171 2345678"
SECRETS = ("4111 1111", "Hunter22x", "171 2345678")


@pytest.fixture
def reverie(models_folder: Path, profile: Path) -> Iterator[Reverie]:
    with Reverie.open(profile, passphrase=lambda: "words", insist=True) as opened:
        yield opened


def reply(reverie: Reverie, asked: str = ASKED, written: str = WRITTEN) -> Message:
    place = reverie.conversations.new().id

    def add(role: Role, text: str, parent: str | None) -> Message:
        message = Message(uuid.uuid4().hex, place, 0, role, text, utc_now(), parent)
        return reverie.conversations.append(message)

    return add(Role.ASSISTANT, written, add(Role.USER, asked, None).id)


def safe(signal: Signal | None) -> Signal:
    assert signal is not None
    assert not any(secret in repr(signal) for secret in SECRETS)
    return signal


def test_what_is_stored_of_a_correction_holds_no_secret_and_the_chat_keeps_its_words(
    reverie: Reverie,
) -> None:
    message = reply(reverie)
    signal = safe(reverie.gestures.edit(message.id, EDITED))
    assert signal.edited == "hey shop, card [card number], ring [phone number]"
    assert signal.reply == "Dear shop, my card is [card number]. Call [phone number]."
    hidden = [s for s in signal.spans if s.provenance is Provenance.PLACEHOLDER]
    assert [signal.edited[s.start : s.end] for s in hidden] == ["[card number]", "[phone number]"]
    (stored,) = map(safe, reverie.signals.all())
    assert stored == signal
    shown = reverie.conversations.message(message.id)
    assert shown is not None
    assert (shown.text, shown.written) == (EDITED, WRITTEN)
    kept = {text for text in reverie.store.dump() if "Hunter22x" in text}
    assert kept == {ASKED}, "in the message that the user wrote, and nowhere else"


def test_taking_it_back_restores_every_word(reverie: Reverie) -> None:
    message = reply(reverie)
    signal = safe(reverie.gestures.edit(message.id, EDITED))
    reverie.gestures.take_back(signal.id)
    shown = reverie.conversations.message(message.id)
    assert shown is not None
    assert (shown.text, shown.written) == (WRITTEN, None)


def test_a_correction_is_written_on_with_its_own_words(reverie: Reverie) -> None:
    message = reply(reverie)
    start = EDITED.index("ring")
    pasted = ((start, start + 4),)
    signal = safe(reverie.gestures.edit(message.id, EDITED, pasted=pasted))
    assert Draft.of(signal, EDITED) == Draft(EDITED, pasted=pasted)
    again = safe(reverie.gestures.edit(message.id, f"{EDITED} thanks"))
    assert again.edited is not None
    assert again.edited.endswith("ring [phone number] thanks")
    assert again.reply == signal.reply


def test_accepts_and_rejects_pass_the_same_door(reverie: Reverie) -> None:
    for gesture in (reverie.gestures.accept, reverie.gestures.reject):
        signal = safe(gesture(reply(reverie).id))
        assert [s.provenance.value for s in signal.spans] == [
            "kept", "placeholder", "kept", "placeholder", "kept",
        ]  # fmt: skip


def test_the_same_thumb_twice_is_one_signal_although_it_is_redacted(reverie: Reverie) -> None:
    message = reply(reverie)
    assert reverie.gestures.accept(message.id) == reverie.gestures.accept(message.id)
    assert len(reverie.signals.all()) == 1


def test_a_doubt_waits_and_what_the_user_judged_stays(reverie: Reverie) -> None:
    message = reply(reverie, "Where is it?", "It is on the site.")
    signal = reverie.gestures.edit(message.id, "look at www.shop.example")
    assert signal is not None
    assert (signal.state, doubts(signal)) == (State.QUARANTINED, (Doubt.LINK,))
    assert reverie.store.signals.all(State.ACTIVE) == []
    reverie.signals.set_state([signal.id], State.ACTIVE)
    assert [s.id for s in reverie.store.signals.all(State.ACTIVE)] == [signal.id]


def test_an_export_comes_back_as_it_was_and_what_is_doubtful_is_judged_again(
    reverie: Reverie, tmp_path: Path, passphrase_file: Path
) -> None:
    """A file is nobody's word: who had judged a row in it cannot be told."""
    judged = reverie.gestures.edit(reply(reverie).id, "look at www.shop.example")
    assert judged is not None
    reverie.signals.set_state([judged.id], State.ACTIVE)
    reverie.gestures.edit(reply(reverie).id, EDITED, learn=False)
    reverie.gestures.accept(reply(reverie).id)
    before = reverie.signals.all()
    file = tmp_path / "all.jsonl"
    file.write_text("".join(dump_lines(before)))
    told = command(tmp_path / "other", passphrase_file, "signals", "import", str(file))
    assert (told["imported"], told["redacted"], told["waiting"]) == (3, 3, 1)
    again = command(tmp_path / "other", passphrase_file, "signals")
    exported = [json.loads(line) for line in dump_lines(before)]
    assert exported[0]["state"] == "active"
    exported[0]["state"] = "quarantined"
    assert again["signals"] == exported


def test_a_strangers_lines_are_judged_and_freed_of_secrets(
    tmp_path: Path, passphrase_file: Path
) -> None:
    lines = (
        {"prompt": "Write.", "reply": "Dear all", "edited": "hi all", "kind": "edit"},
        {"prompt": "Write.", "reply": "a", "edited": "ring +49 171 2345678", "kind": "edit"},
        {"prompt": "Write.", "reply": "go to www.shop.example", "kind": "accept"},
        {"prompt": "Write.", "reply": "a", "edited": "password: Hunter22x", "kind": "edit"},
    )
    file = tmp_path / "theirs.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)))
    told = command(tmp_path / "p", passphrase_file, "signals", "import", str(file))
    assert told == {"imported": 4, "known": 0, "redacted": 2, "waiting": 2}
    found = command(tmp_path / "p", passphrase_file, "signals")["signals"]
    assert [one["state"] for one in found] == ["active", "active", "quarantined", "quarantined"]
    assert not any(secret in json.dumps(found) for secret in SECRETS)
    assert [one["kind"] for one in found] == [Kind.EDIT, Kind.EDIT, Kind.ACCEPT, Kind.EDIT]
    known = command(tmp_path / "p", passphrase_file, "signals", "import", str(file))
    assert (known["imported"], known["known"]) == (0, 4)


def test_a_row_from_before_the_guard_is_forgotten_with_what_a_report_quotes_of_it(
    reverie: Reverie,
) -> None:
    signal = safe(reverie.gestures.edit(reply(reverie).id, EDITED))
    old = replace(signal, id="old", edited=EDITED, reply=WRITTEN)
    reverie.store.signals.add(old)
    quoted = guarded(old).edited
    metrics = {"examples": [{"prompt": "", "before": "", "after": "", "wanted": quoted}]}
    night = Night(uuid.uuid4().hex, utc_now(), rows=("old",), metrics=metrics)
    reverie.store.nights.begin(night)
    reverie.store.nights.finish(replace(night, finished=utc_now(), outcome=Outcome.KEPT))
    assert quoted in json.dumps(reverie.nights.get(night.id).metrics)
    reverie.forgetting.forget(signals=["old", signal.id])
    assert "[card number]" not in json.dumps(reverie.nights.get(night.id).metrics)
