"""How far a night is, and how long it will still take, from rates measured as it goes."""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from typing import Any

LOAD, REPLAY, TRAIN = "load", "replay", "train"
EXPORT, MEASURE, GATE = "export", "measure", "gate"
PHASES = (LOAD, REPLAY, TRAIN, EXPORT, MEASURE, GATE)

FIRST_GUESS_S: Mapping[str, float] = {
    LOAD: 6.0,
    REPLAY: 0.4,
    TRAIN: 1.8,
    EXPORT: 0.3,
    MEASURE: 0.35,
    GATE: 0.1,
}
"""Seconds a step for 135M parameters on two quiet cores, until the step's own rate is known."""
_GUESS_WEIGHT = 2.0
"""How many measured steps a first guess is worth."""
_SURE_AFTER_S = 10.0
"""Of guessed work: how slow this machine is tonight counts half by then."""
_REFERENCE_PARAMETERS = 135e6
_SMOOTHING = 0.3


class Progress:
    """Counts steps by phase and tells somebody.

    `plan` has the expected number of steps of each phase; `begin` may correct it. `tell` is given
    one progress message a step: phase, step, of, seconds_left (never negative). `halted_s` gives
    the seconds spent paused so far, which belong to no rate. What is still to come is taken to be
    as slow, against the first guesses, as what is done.
    """

    def __init__(
        self,
        plan: Mapping[str, int],
        tell: Callable[[dict[str, Any]], None],
        halted_s: Callable[[], float],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._of = {phase: plan.get(phase, 1) for phase in PHASES}
        self._done = dict.fromkeys(PHASES, 0)
        self._spent = dict.fromkeys(PHASES, 0.0)
        self._tell, self._halted_s, self._clock = tell, halted_s, clock
        self._size = 1.0
        self._phase = LOAD
        self._mark = self._now()
        self._shown: tuple[float, float] | None = None

    def size(self, parameters: int) -> None:
        """The first guesses grow with the base."""
        self._size = max(parameters / _REFERENCE_PARAMETERS, 0.05)

    def begin(
        self, phase: str, left: int | None = None, later: Mapping[str, int] | None = None
    ) -> None:
        """Enter `phase`, of which so many steps are to come (None: as planned). The phases before
        it are over, but for the steps `later` that are to come when they are entered again."""
        self._charge()
        for earlier in PHASES[: PHASES.index(phase)]:
            self._of[earlier] = self._done[earlier] + (later or {}).get(earlier, 0)
        self._phase = phase
        done = self._done[phase]
        self._of[phase] = max(self._of[phase] if left is None else done + left, done, 1)
        self._report()

    def step(self) -> None:
        """One more step of the present phase is done."""
        self._charge()
        self._done[self._phase] += 1
        self._of[self._phase] = max(self._of[self._phase], self._done[self._phase])
        self._report()

    def seconds(self) -> dict[str, float]:
        """Seconds spent in each phase so far, pauses left out."""
        self._charge()
        return {phase: round(spent, 2) for phase, spent in self._spent.items()}

    def _now(self) -> float:
        return self._clock() - self._halted_s()

    def _charge(self) -> None:
        now = self._now()
        self._spent[self._phase] += now - self._mark
        self._mark = now

    def _report(self) -> None:
        self._tell(
            {
                "type": "progress",
                "phase": self._phase,
                "step": self._done[self._phase],
                "of": self._of[self._phase],
                "seconds_left": round(self._seconds_left(), 1),
            }
        )

    def _seconds_left(self) -> float:
        """A new estimate moves what is shown only part of the way, so that it does not jump."""
        left = sum((self._of[p] - self._done[p]) * self._rate(p) for p in PHASES)
        if self._shown is not None:
            shown, at = self._shown
            expected = max(shown - (self._mark - at), 0.0)
            left = expected + _SMOOTHING * (left - expected)
        self._shown = (left, self._mark)
        return left

    def _slowness(self) -> float:
        """Seconds that what is done took, for each that was guessed."""
        guessed = self._size * sum(self._done[p] * FIRST_GUESS_S[p] for p in PHASES)
        spent = sum(self._spent[p] for p in PHASES if self._done[p])
        return (spent + _SURE_AFTER_S) / (guessed + _SURE_AFTER_S)

    def _rate(self, phase: str) -> float:
        guess = FIRST_GUESS_S[phase] * self._size * self._slowness()
        done = self._done[phase]
        return (self._spent[phase] + _GUESS_WEIGHT * guess) / (done + _GUESS_WEIGHT)
