"""Forgetting reaches what is running: the next reply, the engine's memory, a night."""

from __future__ import annotations

import hashlib
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from adapters.recipe import Recipe
from app.domain import caps, nearest
from app.domain.events import NightProgress, ReplyDone, ReplyEvent, ReplyPiece, ReplyStarted
from app.domain.ledger import (
    Adapter,
    Arm,
    Memory,
    MemoryKind,
    Message,
    Night,
    Outcome,
    Signal,
    State,
    utc_now,
)
from app.domain.provenance import Draft
from app.domain.simulated import corrections
from app.services import Reverie
from app.services.drafts import packed, unpacked
from app.services.wipe import Scope
from app.sleep.job import plan
from app.sleep.process import Candidate
from app.store.layout import Layout
from tests.support.loras import random_lora

ROWS = corrections([f"Write to Ann about meeting number {n}." for n in range(40)])


@pytest.fixture
def reverie(models_folder: Path, profile: Path) -> Iterator[Reverie]:
    with Reverie.open(profile, lambda: "words", insist=True) as opened:
        opened.change_settings(max_tokens=16, temperature=0.0)
        yield opened


@pytest.fixture
def learn(reverie: Reverie, tmp_path: Path) -> Callable[..., Adapter]:
    """Promotes a random adapter, as a night that saw `rows`."""

    def one(name: str, *rows: str, data: bytes = b"") -> Adapter:
        data = data or random_lora(tmp_path / f"{name}.gguf", seed=len(name))
        base = reverie.models.base_sha256()
        sha256 = hashlib.sha256(data).hexdigest()
        made = Adapter(name, f"night-{name}", base, sha256, rows, active=True)
        reverie.store.promote(Night(made.night, utc_now(), base=base, rows=rows), made, data)
        return made

    return one


def done(events: Iterator[ReplyEvent]) -> Message:
    *_, last = events
    assert isinstance(last, ReplyDone)
    return last.message


def test_the_very_next_reply_is_written_by_what_took_over(
    reverie: Reverie, learn: Callable[..., Adapter]
) -> None:
    reverie.store.signals.add_many(ROWS[:2])
    first, second = (row.id for row in ROWS[:2])
    learn("first", first)
    learn("second", first, second)
    conversation = reverie.conversations.new().id
    assert done(reverie.chat.send(conversation, "Say hello.")).adapter == "second"
    reverie.forgetting.forget(signals=[second])
    assert reverie.models.engine().adapter is None
    reply = done(reverie.chat.send(conversation, "Say hello."))
    assert (reply.adapter, reverie.models.engine().adapter) == ("first", "first")
    reverie.forgetting.forget(signals=[first])
    reply = done(reverie.chat.send(conversation, "Say hello."))
    assert (reply.adapter, reply.arm) == (None, Arm.MEMORY)
    assert reverie.models.engine().adapter is None


def test_the_engine_keeps_nothing_that_it_has_read(reverie: Reverie) -> None:
    """What stood in the prompt is in its cache until it is told."""
    reverie.store.signals.add_many(ROWS[:3])
    asked = "Write to Ann about meeting number 1."

    def reused() -> int:
        events = reverie.chat.send(reverie.conversations.new().id, asked)
        return next(e.reused_tokens for e in list(events) if isinstance(e, ReplyStarted))

    reused()
    assert reused() > 20
    memory = reverie.memories.add("Lives in Kiel.")
    reverie.forgetting.forget(memories=[memory.id])
    assert reused() == 0


def test_forgetting_starts_no_engine(reverie: Reverie) -> None:
    reverie.store.signals.add_many(ROWS[:1])
    reverie.forgetting.forget(signals=[ROWS[0].id])
    assert reverie.models._engine is None


def test_nothing_is_kept_at_hand_of_its_words(reverie: Reverie) -> None:
    """What makes finding and counting quick are the words of texts, kept in memory."""
    reverie.store.signals.add_many(ROWS)
    nearest._terms(ROWS[0].prompt)
    caps._sentences(ROWS[0].reply)
    caps._words("edit", ROWS[0].prompt, ROWS[0].reply)
    kept = (nearest._terms, caps._sentences, caps._words)
    assert all(words.cache_info().currsize for words in kept)
    reverie.forgetting.forget(signals=[ROWS[0].id])
    assert not any(words.cache_info().currsize for words in kept)


def test_a_reply_that_is_being_written_names_nothing_that_is_forgotten_meanwhile(
    reverie: Reverie, learn: Callable[..., Adapter]
) -> None:
    """The ids of signals are hashes of their content."""
    reverie.change_settings(max_tokens=60)
    reverie.store.signals.add_many(ROWS[:3])
    learn("saw", ROWS[2].id)
    memory = reverie.memories.add("Lives in Kiel.")
    conversation = reverie.conversations.new().id
    forgotten: list[str] = []
    events = []
    for event in reverie.chat.send(conversation, "Write to Ann about meeting number 1.", Arm.BOTH):
        events.append(event)
        if isinstance(event, ReplyPiece) and not forgotten:
            forgotten = [*(row.id for row in ROWS[:3]), memory.id]
            reverie.forgetting.forget(signals=forgotten[:3], memories=[memory.id])
    reply = done(iter(events))
    assert reply.origin is not None
    assert set(reply.origin.examples) | set(reply.origin.memories) == {""}
    assert reverie.models.engine()._adapter is None
    dump = "\n".join(reverie.store.dump())
    assert not [name for name in forgotten if name in dump]


def test_a_correction_in_progress_of_it_goes_too(reverie: Reverie) -> None:
    reply = done(reverie.chat.send(reverie.conversations.new().id, "Say hello."))
    signal = reverie.gestures.edit(reply.id, "Hello, dear Ann.")
    assert signal is not None
    reverie.drafts.write(reply.id, packed(Draft("Hello, dear Ann and Ben.")))
    reverie.drafts.save()
    reverie.forgetting.forget(signals=[signal.id])
    assert unpacked(reverie.drafts.text(reply.id)) is None
    assert reverie.store.drafts.all() == {}
    message = reverie.conversations.message(reply.id)
    assert message is not None
    assert message.text == "Hello, dear Ann.", "the conversation is the user's, and stays"


def test_a_conversation_with_all_that_it_taught(
    reverie: Reverie, learn: Callable[..., Adapter]
) -> None:
    one, other = (reverie.conversations.new().id for _ in range(2))
    replies = [done(reverie.chat.send(place, "Say hello.")) for place in (one, one, other)]
    signals = [reverie.gestures.edit(reply.id, f"{n} Hello.") for n, reply in enumerate(replies)]
    assert all(signals)
    first, second, third = (str(signal and signal.id) for signal in signals)
    reverie.memories.add("Says hello.", source=replies[0].id)
    reverie.memories.add("Likes hello.", MemoryKind.PREFERENCE, source=second)
    stays = reverie.memories.add("Says goodbye.", source=replies[2].id)
    learn("clean", third, data=b"1")
    learn("saw", first, third, data=b"2")
    taught = reverie.forgetting.of_conversations([one])
    assert set(taught.signals) == {first, second}
    assert (taught.edits, len(taught.memories)) == (2, 2)
    kept = reverie.forgetting.forget_conversations([one], also=True)
    assert [c.id for c in reverie.conversations.all()] == [other]
    assert [signal.id for signal in reverie.store.signals.all()] == [third]
    assert reverie.memories.all() == [stays]
    assert kept.in_use is not None
    assert kept.in_use.id == "clean"
    receipt = reverie.receipts.get(str(kept.receipt))
    assert {sort: len(ids) for sort, ids in receipt.erased.items()} == {
        "signals": 2,
        "memories": 2,
        "conversations": 1,
    }
    assert receipt.looked is not None
    assert receipt.looked.found == ()
    assert not reverie.forgetting.forget_conversations([other], also=False).receipt
    assert [signal.id for signal in reverie.store.signals.all()] == [third]


def test_a_night_that_learns_from_it_stops(reverie: Reverie) -> None:
    reverie.store.signals.add_many(ROWS)
    forgotten = threading.Event()

    def on_progress(_: NightProgress) -> None:
        if not forgotten.is_set():
            forgotten.set()
            reverie.forgetting.forget(signals=[ROWS[0].id])

    night = reverie.nights.sleep_now(on_progress)
    assert night.outcome is Outcome.INTERRUPTED
    assert "was forgotten" in night.reason
    stored = reverie.store.nights.get(night.id)
    assert stored is not None
    assert "" in stored.rows
    assert ROWS[0].id not in stored.rows


@pytest.mark.parametrize("where", ["as the rows are read", "as it is planned"])
def test_so_does_one_that_has_no_process_yet(reverie: Reverie, where: str) -> None:
    """And its verdict is none on what learns without the row."""
    reverie.store.signals.add_many(ROWS)
    read, choose = reverie.store.signals.all, reverie.nights._recall.choose
    receipts: list[str | None] = []

    def forget() -> None:
        if not receipts:
            receipts.append(None)
            receipts[0] = reverie.forgetting.forget(signals=[ROWS[0].id]).receipt

    def reading(state: State | None = None) -> list[Signal]:
        found = read(state)
        forget()
        return found

    def choosing(opening: str) -> tuple[Memory, ...]:
        forget()
        return choose(opening)

    if where == "as it is planned":
        reverie.nights._recall.choose = choosing  # type: ignore[method-assign]
    else:
        reverie.store.signals.all = reading  # type: ignore[method-assign]
    night = reverie.nights.sleep_now()
    assert night.outcome is Outcome.INTERRUPTED, night.reason
    assert "was forgotten" in night.reason
    assert ROWS[0].id not in night.rows
    assert night.started < reverie.receipts.get(str(receipts[0])).at


@pytest.mark.parametrize("when", ["while it is planned", "while it runs"])
def test_a_wipe_of_what_was_learned_stops_a_night(reverie: Reverie, when: str) -> None:
    """Else it would promote an adapter some minutes after the wipe."""
    reverie.store.signals.add_many(ROWS)
    wiped = threading.Event()
    choose = reverie.nights._recall.choose

    def wipe() -> None:
        if not wiped.is_set():
            wiped.set()
            reverie.wipe.carry_out(Scope.LEARNED)

    def choosing(opening: str) -> tuple[Memory, ...]:
        wipe()
        return choose(opening)

    if when == "while it is planned":
        reverie.nights._recall.choose = choosing  # type: ignore[method-assign]
    night = reverie.nights.sleep_now(lambda _: wipe())
    assert night.outcome is Outcome.INTERRUPTED, night.reason
    assert "was wiped" in night.reason
    assert reverie.nights.all() == [night]


@pytest.mark.parametrize("promote", [True, False])
def test_a_night_that_is_done_as_all_is_wiped_leaves_nothing(
    reverie: Reverie, promote: bool
) -> None:
    """Its process has ended, so there is nothing to stop; neither its adapter nor what it quotes
    may come after the wipe."""
    reverie.store.signals.add_many(ROWS)
    the_plan = plan(reverie.store.signals.all(), (), "")
    night = Night("n", utc_now(), base=reverie.models.base_sha256(), rows=the_plan.all_ids)
    reverie.store.nights.begin(night)
    reverie.forgetting.forget_learned()
    digest = hashlib.sha256(b"any").hexdigest()
    quotes = {"examples": [{"wanted": ROWS[0].edited}]}
    ended = reverie.nights._judge(
        night, the_plan, Candidate(promote, "Better.", quotes, {}, digest, b"any")
    )
    assert reverie.store.adapters.all() == []
    assert list(Layout(reverie.profile).adapters.glob("*")) == []
    assert reverie.nights.all() == [ended]
    assert ended.outcome is Outcome.INTERRUPTED
    assert "was wiped" in ended.reason
    assert not ended.metrics


def test_the_next_night_runs_though_there_is_nothing_new(
    reverie: Reverie, learn: Callable[..., Adapter]
) -> None:
    """The adapter saw a row that no later night did; now that row goes, and the adapter with it."""
    reverie.store.signals.add_many(ROWS)
    reverie.store.signals.set_state(ROWS[0].id, State.EXCLUDED)
    learn("saw", ROWS[0].id, data=b"1")
    base = reverie.models.base_sha256()
    rows = plan(reverie.store.signals.all(State.ACTIVE), (), "").all_ids
    recipe = Recipe().hash
    last = Night("last", utc_now(), utc_now(), Outcome.KEPT, "", base, recipe, rows)
    reverie.store.nights.begin(last)
    assert reverie.nights.sleep_now().outcome is Outcome.SKIPPED
    reverie.forgetting.forget(signals=[ROWS[0].id])
    assert reverie.forgetting.rebuild_due()
    assert not reverie.nights.readiness().nothing_new
    night = reverie.nights.sleep_now(lambda _: reverie.nights.cancel())
    assert night.outcome is Outcome.INTERRUPTED, night.reason
    assert reverie.forgetting.rebuild_due()
