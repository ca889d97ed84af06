"""Receipts: what they say, that they say nothing else, and that they cannot be altered."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as some

from app.domain.errors import KnownError
from app.domain.ledger import Adapter, Night, Outcome, Signal, utc_now
from app.domain.receipts import Proved, Statement, body_of, canonical, statement_of
from app.domain.simulated import corrections
from app.services import Reverie
from app.store.layout import Layout
from app.store.migrations import back_up

ROWS = corrections([f"Write at some length about the harbour number {n}." for n in range(4)])


@pytest.fixture
def reverie(profile: Path) -> Iterator[Reverie]:
    with Reverie.open(profile, lambda: "words", insist=True) as opened:
        opened.store.signals.add_many(ROWS)
        yield opened


def learn(reverie: Reverie, name: str, rows: list[Signal]) -> Adapter:
    """A night that promotes an adapter of that name, which saw `rows`."""
    ids = tuple(row.id for row in rows)
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    made = Adapter(name, f"night-{name}", "ba5e", sha256, ids, active=True)
    night = Night(made.night, utc_now(), base="ba5e", rows=ids)
    reverie.store.promote(night, made, name.encode())
    kept = reverie.store.nights.get(night.id)
    assert kept is not None
    reverie.receipts.night_ended(kept, made)
    return made


def only(reverie: Reverie) -> Statement:
    (statement,) = reverie.receipts.all()
    return statement


def test_it_says_what_went_what_took_over_and_that_nothing_is_left(reverie: Reverie) -> None:
    learn(reverie, "first", ROWS[:1])
    second = learn(reverie, "second", ROWS[:2])
    memory = reverie.memories.add("Likes long walks along the harbour.", source=ROWS[1].id)
    done = reverie.forgetting.forget(signals=[ROWS[1].id, "nobody"], memories=[memory.id])
    assert (done.switched_off, done.in_use) == (second, reverie.store.adapters.get("first"))
    one = only(reverie)
    assert one.id == done.receipt
    assert {sort: len(names) for sort, names in one.erased.items()} == {"signals": 1, "memories": 1}
    assert one.kinds == {"edit": 1, "fact": 1}
    (gone,) = one.destroyed
    assert (gone.adapter, gone.night, gone.sha256) == ("second", "night-second", second.sha256)
    assert gone.in_use
    assert one.took_over == "first"
    assert one.looked is not None
    assert one.looked.sought > 4
    assert one.looked.places > 20
    assert one.looked.found == ()
    assert one.genuine
    assert reverie.receipts.faults(one) == []
    assert one.waits


UMBRELLA = "Please bring the blue umbrella tomorrow."


def test_what_a_model_says_of_it_elsewhere_in_a_report_goes_too(reverie: Reverie) -> None:
    """Neither the model with the row as an example nor the adapter that learned it quotes it
    whole, or under its own prompt."""
    row = replace(ROWS[0], id="umbrella", edited=f"Hi Ann. {UMBRELLA} Thanks a lot for it.")
    reverie.store.signals.add(row)
    said = {"memory": f"Hi Bob. {UMBRELLA} Bye.", "after": f"Hello Bob. {UMBRELLA}"}
    night = Night(
        "reports",
        utc_now(),
        utc_now(),
        Outcome.KEPT,
        rows=(row.id, ROWS[1].id),
        metrics={"kl": 0.1, "examples": [{"prompt": ROWS[1].prompt, "before": "Dear", **said}]},
    )
    reverie.store.nights.begin(night)
    reverie.forgetting.forget(signals=[row.id])
    one = only(reverie)
    assert one.looked is not None
    assert one.looked.found == ()
    assert reverie.receipts.faults(one) == []
    kept = reverie.store.nights.get(night.id)
    assert kept is not None
    assert kept.metrics == {"kl": 0.1}


@pytest.mark.parametrize("when", ["before", "during"])
def test_so_does_what_it_says_of_a_fact_that_it_recalled(reverie: Reverie, when: str) -> None:
    fact = reverie.memories.add("Lost the blue umbrella on the ferry to Kiel.")
    examples = [{"prompt": "Where?", "memory": f"You said: {fact.text[5:]} Right?"}]
    metrics = {"kl": 0.1, "examples": examples, "recalled": [fact.id]}
    night = Night("reports", utc_now(), rows=(ROWS[1].id,), metrics=metrics)
    reverie.store.nights.begin(night)
    if when == "during":
        reverie.forgetting.forget(memories=[fact.id])
    data = b"any"
    made = Adapter("a", night.id, "", hashlib.sha256(data).hexdigest(), night.rows, active=True)
    reverie.store.promote(night, made, data)
    if when == "before":
        reverie.forgetting.forget(memories=[fact.id])
    assert reverie.receipts.faults(only(reverie)) == []
    kept = reverie.store.nights.get(night.id)
    assert kept is not None
    assert kept.metrics == {"kl": 0.1, "recalled": [""]}
    active = reverie.store.adapters.active()
    assert active is not None, "nothing was learned from a fact"


def test_no_word_and_no_id_of_the_rows_is_in_it(reverie: Reverie, tmp_path: Path) -> None:
    memory = reverie.memories.add("Likes long walks along the harbour.")
    done = reverie.forgetting.forget(signals=[ROWS[0].id], memories=[memory.id])
    text = reverie.receipts.export(str(done.receipt), tmp_path / "x.json").read_text()
    texts = (ROWS[0].id, memory.id, "harbour", "walks", ROWS[0].edited)
    assert not [word for word in texts if str(word) in text]
    assert (tmp_path / "x.json").stat().st_mode & 0o777 == 0o600


def test_pseudonyms_need_the_key(reverie: Reverie, tmp_path: Path) -> None:
    """Who guesses a text can make its id, and must not find it confirmed."""
    with Reverie.open(tmp_path / "other", lambda: "words", insist=True) as other:
        other.store.signals.add_many(ROWS)
        for opened in (reverie, other):
            opened.forgetting.forget(signals=[ROWS[0].id])
        assert only(reverie).pseudonyms.isdisjoint(only(other).pseudonyms)
    assert reverie.receipts.get(ROWS[0].id) == only(reverie)


def test_nothing_forgotten_nothing_written(reverie: Reverie) -> None:
    assert reverie.forgetting.forget(signals=["nobody"]).receipt is None
    assert reverie.forgetting.forget().receipt is None
    assert reverie.receipts.all() == []
    with pytest.raises(KnownError, match="No such receipt"):
        reverie.receipts.get("")


def test_an_exported_one_is_checked_without_reverie(reverie: Reverie, tmp_path: Path) -> None:
    done = reverie.forgetting.forget(signals=[ROWS[0].id])
    file = reverie.receipts.export(str(done.receipt)[:6], tmp_path / "x.json")
    content = json.loads(file.read_text())
    body = json.dumps(content["receipt"], sort_keys=True, separators=(",", ":")).encode()
    key = Ed25519PublicKey.from_public_bytes(bytes.fromhex(content["public_key"]))
    key.verify(bytes.fromhex(content["signature"]), body)
    assert reverie.receipts.read_file(file) == only(reverie)
    with pytest.raises(KnownError, match="could not be written"):
        reverie.receipts.export(str(done.receipt), file)


@pytest.mark.parametrize(
    "change",
    [
        lambda content: content["receipt"]["kinds"].update(edit=2),
        lambda content: content["receipt"].update(took_over="mine"),
        lambda content: content.update(signature="00" * 64),
        lambda content: content.update(signature="no hex"),
    ],
)
def test_a_changed_file_is_not_genuine(reverie: Reverie, tmp_path: Path, change: object) -> None:
    done = reverie.forgetting.forget(signals=[ROWS[0].id])
    file = reverie.receipts.export(str(done.receipt), tmp_path / "x.json")
    content = json.loads(file.read_text())
    change(content)  # type: ignore[operator]
    file.write_text(json.dumps(content))
    statement = reverie.receipts.read_file(file)
    assert not statement.genuine
    assert reverie.receipts.faults(statement)


def test_one_that_another_profile_signed_is_not_genuine(reverie: Reverie, tmp_path: Path) -> None:
    with Reverie.open(tmp_path / "other", lambda: "words", insist=True) as other:
        other.store.signals.add_many(ROWS)
        done = other.forgetting.forget(signals=[ROWS[0].id])
        file = other.receipts.export(str(done.receipt), tmp_path / "x.json")
    assert not reverie.receipts.read_file(file).genuine


@given(content=some.binary(max_size=200) | some.just(b'{"receipt": {}, "signature": 3}'))
def test_any_other_file_is_told(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    folder = tmp_path_factory.mktemp("any")
    (folder / "x.json").write_bytes(content)
    reader = _READERS.setdefault("one", _opened(folder))
    with pytest.raises(KnownError, match="not a receipt"):
        reader.receipts.read_file(folder / "x.json")


_READERS: dict[str, Reverie] = {}


def _opened(folder: Path) -> Reverie:
    return _READERS.get("one") or Reverie.open(folder / "profile", lambda: "words", insist=True)


@pytest.fixture(scope="module", autouse=True)
def close_readers() -> Iterator[None]:
    yield
    while _READERS:
        _READERS.popitem()[1].close()


def test_in_the_store_a_change_is_seen_and_never_signed(reverie: Reverie) -> None:
    learn(reverie, "first", ROWS[:2])
    reverie.forgetting.forget(signals=[ROWS[0].id])
    with reverie.store.transaction():
        reverie.store._handle.db.execute(
            "UPDATE receipts SET body = replace(body, 'edit', 'reject')"
        )
    assert not only(reverie).genuine
    assert not reverie.receipts.rebuild_due()
    learn(reverie, "second", ROWS[1:])
    assert not only(reverie).genuine
    assert only(reverie).rebuilt is None


def test_the_night_that_learns_without_it_completes_it(reverie: Reverie) -> None:
    learn(reverie, "first", ROWS)
    reverie.forgetting.forget(signals=[ROWS[0].id])
    assert reverie.forgetting.rebuild_due()
    made = learn(reverie, "second", ROWS[1:])
    one = only(reverie)
    assert not reverie.forgetting.rebuild_due()
    assert one.rebuilt is not None
    assert (one.rebuilt.adapter, one.rebuilt.sha256) == (made.id, made.sha256)
    assert one.rebuilt.rows == 3
    assert one.genuine
    assert reverie.receipts.faults(one) == []


def test_of_two_forgettings_the_second_says_what_the_first_destroyed(reverie: Reverie) -> None:
    """The adapter saw both rows, and is gone with the first; the next night learns without both."""
    saw = learn(reverie, "first", ROWS[:2])
    reverie.forgetting.forget(signals=[ROWS[0].id])
    reverie.forgetting.forget(signals=[ROWS[1].id])
    second, first = reverie.receipts.all()
    assert [(gone.sha256, gone.earlier) for gone in first.destroyed] == [(saw.sha256, False)]
    assert [(gone.sha256, gone.earlier) for gone in second.destroyed] == [(saw.sha256, True)]
    assert not second.destroyed[0].in_use
    assert second.waits
    made = learn(reverie, "second", ROWS[2:])
    for one in reverie.receipts.all():
        assert one.rebuilt is not None
        assert one.rebuilt.sha256 == made.sha256
        assert reverie.receipts.faults(one) == []


@pytest.mark.parametrize("outcome", [Outcome.FAILED, Outcome.INTERRUPTED, Outcome.SKIPPED])
def test_one_without_a_verdict_does_not(reverie: Reverie, outcome: Outcome) -> None:
    learn(reverie, "first", ROWS)
    reverie.forgetting.forget(signals=[ROWS[0].id])
    reverie.receipts.night_ended(Night("n", utc_now(), outcome=outcome), None)
    assert reverie.forgetting.rebuild_due()


def test_a_gate_that_refuses_ends_the_waiting(reverie: Reverie) -> None:
    """Else the same night would be run again and again."""
    learn(reverie, "first", ROWS)
    reverie.forgetting.forget(signals=[ROWS[0].id])
    early = Night("n", utc_now() - timedelta(hours=1), outcome=Outcome.KEPT)
    reverie.receipts.night_ended(early, None)
    assert reverie.forgetting.rebuild_due(), "it had begun with the row"
    reverie.receipts.night_ended(replace(early, started=utc_now()), None)
    assert not reverie.forgetting.rebuild_due()


def test_rows_that_are_there_again_are_told_until_they_are_forgotten_again(
    reverie: Reverie,
) -> None:
    reverie.forgetting.forget(signals=[ROWS[0].id])
    reverie.store.signals.add(ROWS[0])  # as an import of the same file would
    assert [str(fault) for fault in reverie.receipts.faults(only(reverie))] == [
        "1 of the erased rows are there again."
    ]
    reverie.forgetting.forget(signals=[ROWS[0].id])
    assert [reverie.receipts.faults(one) for one in reverie.receipts.all()] == [[], []]


def test_adapters_that_are_not_gone_are_told(reverie: Reverie, profile: Path) -> None:
    learn(reverie, "first", ROWS)
    reverie.forgetting.forget(signals=[ROWS[0].id])
    Layout(profile).adapters.joinpath("first.bin").write_bytes(b"put back")
    assert [str(fault) for fault in reverie.receipts.faults(only(reverie))] == [
        "Adapter first is not gone."
    ]


def test_an_altered_adapter_is_not_the_one_that_was_made(reverie: Reverie, profile: Path) -> None:
    learn(reverie, "first", ROWS)
    reverie.forgetting.forget(signals=[ROWS[0].id])
    learn(reverie, "second", ROWS[1:])
    Layout(profile).adapters.joinpath("second.bin").write_bytes(b"another")
    assert [str(fault) for fault in reverie.receipts.faults(only(reverie))] == [
        "The file of adapter second is not the one that its night wrote."
    ]
    reverie.forgetting.forget(signals=[ROWS[1].id])
    first_again = reverie.receipts.all()[-1]
    assert reverie.receipts.faults(first_again) == [], "destroyed since, which is no fault"


def test_undone_says_so(reverie: Reverie) -> None:
    learn(reverie, "first", ROWS)
    done = reverie.forgetting.forget(signals=[ROWS[0].id, ROWS[2].id])
    reverie.forgetting.undo(done)
    assert reverie.store.signals.all() == ROWS
    one = only(reverie)
    assert one.undone is not None
    assert one.genuine
    assert reverie.receipts.faults(one) == []
    assert reverie.store.adapters.active() is None, "its file is gone for good"
    assert reverie.forgetting.rebuild_due(), "and the next night makes another"


def test_undo_puts_a_memory_back_into_its_chain(reverie: Reverie) -> None:
    old = reverie.memories.add("Lives in Kiel.")
    new = reverie.memories.supersede(old.id, "Lives in Bonn.")
    last = reverie.memories.supersede(new.id, "Lives in Ulm.")
    chain = reverie.memories.all()
    done = reverie.forgetting.forget(memories=[last.id])
    assert reverie.memories.all() == [], "what it had replaced goes with it"
    reverie.forgetting.undo(done)
    assert reverie.memories.all() == chain
    done = reverie.forgetting.forget(memories=[new.id])
    assert reverie.memories.get(old.id).superseded_by == last.id, "a line of history goes alone"
    reverie.forgetting.undo(done)
    assert reverie.memories.all() == chain


def test_a_proof_goes_into_those_that_have_none_that_holds(reverie: Reverie) -> None:
    for row in ROWS[:2]:
        reverie.forgetting.forget(signals=[row.id])
    failed = Proved(utc_now(), "fails", 5.0, 0.7, "tiny", 1)
    reverie.receipts.proof_ended(failed)
    holds = replace(failed, verdict="holds", exposure=1.4, auc=0.5)
    reverie.receipts.proof_ended(holds)
    reverie.receipts.proof_ended(replace(holds, seed=2))
    assert [one.proved for one in reverie.receipts.all()] == [holds, holds]


def test_backups_that_hold_it_are_named_and_their_deletion_too(
    reverie: Reverie, profile: Path
) -> None:
    store = reverie.store
    path = back_up(store._handle, Layout(profile), store._key, "store-v2")
    done = reverie.forgetting.forget(signals=[ROWS[0].id])
    assert done.backups == only(reverie).backups == (path.name,)
    assert [one.forgotten for one in reverie.backups.all()] == [1]
    assert reverie.backups.delete([path.name]) == 1
    assert only(reverie).backups_deleted == (path.name,)
    assert only(reverie).genuine
    assert reverie.forgetting.forget(signals=[ROWS[1].id]).backups == ()


def test_a_gesture_that_no_night_saw_needs_no_receipt(reverie: Reverie) -> None:
    reverie.forgetting.take_back([ROWS[0].id])
    assert reverie.receipts.all() == []
    learn(reverie, "first", ROWS[1:])
    reverie.forgetting.take_back([ROWS[1].id])
    assert only(reverie).count == 1


words = some.text(min_size=1, max_size=9)


@given(
    erased=some.dictionaries(words, some.lists(words).map(tuple), max_size=3),
    kinds=some.dictionaries(words, some.integers(0, 9), max_size=3),
    took_over=some.none() | words,
    names=some.lists(words).map(tuple),
)
def test_what_is_written_is_read_again(
    erased: dict[str, tuple[str, ...]], kinds: dict[str, int], took_over: str, names: tuple
) -> None:
    statement = Statement("r", utc_now(), erased, kinds, took_over=took_over, backups=names)
    body = body_of(statement)
    assert statement_of(body) == statement
    assert body.isascii()
    assert canonical(json.loads(body)) == body


@given(
    content=some.recursive(
        some.none() | some.integers() | words,
        lambda inner: some.lists(inner) | some.dictionaries(words, inner),
        max_leaves=9,
    )
)
def test_anything_else_is_a_value_error(content: object) -> None:
    with pytest.raises(ValueError):
        statement_of(json.dumps(content))
