"""What may be asked of nights in vain."""

from __future__ import annotations

from app.domain.errors import KnownError
from app.domain.ledger import Night, Outcome
from app.domain.phrases import phrase

_ENDED = {
    None: phrase("running"),
    Outcome.PROMOTED: phrase("promoted"),
    Outcome.KEPT: phrase("kept"),
    Outcome.SKIPPED: phrase("skipped"),
    Outcome.INTERRUPTED: phrase("interrupted"),
    Outcome.FAILED: phrase("failed"),
}


class NightRunning(KnownError):
    def __init__(self) -> None:
        super().__init__(
            phrase("A night is running already"),
            phrase("Only one night runs at a time."),
            phrase("Wait for it, or stop it first."),
        )


class NoSuchNight(KnownError):
    """None, or several, have an id with that `beginning`."""

    def __init__(self, beginning: str, found: int) -> None:
        super().__init__(
            phrase("No such night"),
            phrase(
                "{count} nights have an id that begins with {beginning}.",
                count=found,
                beginning=repr(beginning),
            )
            if found
            else phrase(
                "No nights have an id that begins with {beginning}.", beginning=repr(beginning)
            ),
            phrase("`reverie nights` lists them."),
        )


class NothingLearned(KnownError):
    def __init__(self, night: Night) -> None:
        super().__init__(
            phrase("That night left no adapter"),
            phrase(
                "Night {night} ended as {outcome}.", night=night.id, outcome=_ENDED[night.outcome]
            )
            if night.outcome is not Outcome.PROMOTED
            else phrase("What night {night} learned was deleted.", night=night.id),
            phrase("Choose a night that was promoted; `reverie nights` lists them."),
        )


class OtherModel(KnownError):
    def __init__(self) -> None:
        super().__init__(
            phrase("That night learned on another model"),
            phrase("An adapter only fits the model file it was trained on."),
            phrase("Switch back to that model first (`reverie models`), then choose the night."),
        )


class NothingToRollBack(KnownError):
    def __init__(self) -> None:
        super().__init__(
            phrase("Nothing to roll back"),
            phrase("No adapter is in use."),
            phrase("`reverie nights use ID` chooses one."),
        )
