"""Why there can be no reply to what was asked for."""

from __future__ import annotations

from app.domain.errors import KnownError
from app.domain.phrases import phrase


class EmptyPrompt(KnownError):
    def __init__(self) -> None:
        super().__init__(
            phrase("Nothing to answer"),
            phrase("The message is empty."),
            phrase("Type a question or a request first."),
        )


class NothingToContinue(KnownError):
    def __init__(self) -> None:
        super().__init__(
            phrase("Nothing to continue"),
            phrase("The reply came to its end, or you have written it anew."),
            phrase("Ask for what is missing in a message of your own."),
        )


class NoAdapter(KnownError):
    def __init__(self) -> None:
        super().__init__(
            phrase("Nothing learned yet"),
            phrase("There is no adapter for this model."),
            phrase("Correct some replies and run `reverie sleep --now`, or ask with --arm memory."),
        )
