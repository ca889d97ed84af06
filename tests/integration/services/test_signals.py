"""What becomes of corrections that are pinned, over a real store."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.domain.ledger import State, Turn
from app.services import Reverie
from app.store.errors import NotFoundError
from tests.support.taught import night, signal


@pytest.fixture
def reverie(profile: Path) -> Iterator[Reverie]:
    with Reverie.open(profile, passphrase=lambda: "words", insist=True) as opened:
        yield opened


def asked(reverie: Reverie, prompt: str) -> list[str]:
    """Prompts of the examples that a conversation which begins so is answered with."""
    adapter = reverie.store.adapters.active()
    material = reverie.recall.material([Turn("user", prompt)], adapter, present=())
    return [example.prompt for example in material.examples]


def test_a_pinned_one_is_shown_before_the_nearest_even_if_it_is_learned(reverie: Reverie) -> None:
    far = signal("Tell me about tides.", 9)
    near = [signal(f"Write a letter to Sam, number {n}.", n) for n in range(1, 5)]
    reverie.store.signals.add_many([far, *near])
    question = "Write a letter to Sam."
    assert far.prompt not in asked(reverie, question)
    reverie.signals.pin([far.id], True)
    assert asked(reverie, question)[0] == far.prompt and len(asked(reverie, question)) == 3
    night(reverie, far.id, *(one.id for one in near), learned=True)
    assert asked(reverie, question) == [far.prompt]
    reverie.signals.set_state([far.id], State.EXCLUDED)
    assert asked(reverie, question) == []


def test_all_are_pinned_or_none(reverie: Reverie) -> None:
    one = signal()
    reverie.store.signals.add(one)
    with pytest.raises(NotFoundError):
        reverie.signals.pin([one.id, "gone"], True)
    assert reverie.signals.all() == [one]
    reverie.signals.pin([one.id], True)
    forgotten = reverie.forgetting.forget(signals=[one.id])
    reverie.forgetting.undo(forgotten)
    assert reverie.signals.all() == [replace(one, pinned=True)]
    reverie.signals.pin([one.id], False)
    assert reverie.signals.all() == [one]
