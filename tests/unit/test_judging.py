"""What waits to be judged, where judging one of it breaks."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from pathlib import Path

from app.domain.ledger import Arm, Message, Role, Turn, utc_now
from app.engine.client import EngineEvent, SamplingSettings
from app.engine.stop import Stop
from app.services import Reverie
from app.services.judging import Judging

SAID = "My grandmother always made plum cake on Sundays when we were small."


def test_the_next_one_is_judged_all_the_same(profile: Path) -> None:
    """The thread that looks is there until the profile is closed."""
    asked: list[str] = []

    def broken(
        turns: Sequence[Turn], _: Arm, __: SamplingSettings, ___: str, ____: Stop
    ) -> Iterator[EngineEvent]:
        asked.append(turns[-1].content)
        raise ZeroDivisionError

    with Reverie.open(profile, lambda: "words", insist=True) as reverie:
        judging = Judging(reverie.models, reverie.noticing, broken, lambda: timedelta(hours=1))
        place = reverie.conversations.new().id
        for name in "ab":
            message = Message(name, place, 0, Role.USER, SAID, utc_now())
            judging._waiting.append(reverie.conversations.append(message))
        judging.look()
        assert len(asked) == 2
        assert not judging._waiting
        assert not judging._reading
