"""Receipts: what they say, that they say nothing else, and that they cannot be altered."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from hypothesis import given
from hypothesis import strategies as some

from app.domain.errors import KnownError
from app.domain.ledger import Adapter, Night, Outcome, utc_now
from app.domain.receipts import Statement, body_of, canonical, statement_of
from app.services import Reverie
from tests.support.receipts import ROWS, learn, only, with_rows


@pytest.fixture
def reverie(profile: Path) -> Iterator[Reverie]:
    yield from with_rows(profile)


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
