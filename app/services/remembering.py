"""The three ways of memories beside a reply: which ones it is written with, what the message tells,
and what it gives occasion to propose."""

from __future__ import annotations

import logging
from dataclasses import dataclass

from app.domain.errors import KnownError
from app.domain.events import Heard
from app.domain.ledger import Message
from app.services.judging import Judging
from app.services.listening import Listening
from app.services.noticing import Noticing
from app.services.recall import Recall

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Remembering:
    """Thread-safe as its parts are."""

    recall: Recall
    listening: Listening
    noticing: Noticing
    judging: Judging

    def hear(self, asked: Message) -> Heard | None:
        """Before the reply, so that it holds for the very reply to it."""
        return self.listening.hear(asked, self.noticing.before(asked))

    def notice(self, asked: Message) -> None:
        """After the reply, which must not fail with it."""
        try:
            self.noticing.notice(asked)
            self.judging.offer(asked)
        except KnownError as error:
            log.warning("nothing was noticed: %s", type(error).__name__)
