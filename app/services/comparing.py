"""Nights side by side on one prompt: the bare base, or what any one night learned, answers alone.

Neither memories nor past edits stand in the prompt, and both draw with the same seed: what differs
is what was learned. Nothing is stored, and nothing is learned from it.
"""

from __future__ import annotations

from collections.abc import Iterator

from app.domain.errors import KnownError
from app.domain.ledger import Arm, Role, Turn
from app.domain.phrases import phrase
from app.domain.prompt import Material
from app.engine.client import EngineEvent, Stop
from app.services.context import Question
from app.services.models import Models
from app.services.nights import Nights
from app.services.serving import Serving

SEED = 1


class Comparing:
    """Thread-safe as its parts are."""

    def __init__(self, models: Models, nights: Nights, serving: Serving) -> None:
        self._models = models
        self._nights = nights
        self._serving = serving

    def answer(
        self, night_id: str | None, text: str, stop: Stop | None = None
    ) -> Iterator[EngineEvent]:
        """*Slow*. By the adapter of that night, in use or not; by the bare base for None.
        KnownError where the night has none that fits the base in use."""
        if not text.strip():
            raise NothingToCompare
        adapter = self._nights.fitting_adapter(night_id) if night_id else None
        question = Question(
            (Turn(Role.USER, text.strip()),),
            Arm.ADAPTER if adapter else Arm.BASE,
            adapter,
            Material(),
            self._models.system_prompt(),
        )
        yield from self._serving.answer(question, self._models.sampling(seed=SEED), stop=stop)


class NothingToCompare(KnownError):
    def __init__(self) -> None:
        super().__init__(
            phrase("Nothing to compare on"),
            phrase("The prompt is empty."),
            phrase("Type what both shall answer first."),
        )
