"""The sleep process as the window sees it: start it, follow it, pause it, stop it, outlive it."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from adapters.child import Child, ChildGone
from adapters.errors import LearnerError
from app.domain.errors import KnownError, from_message
from app.domain.events import NightProgress, Phase
from app.domain.phrases import ours, part, phrase

STOPPED = phrase("You stopped it.")
_PATIENCE_S = 8.0
"""For the step that a night is in when it is asked to end. With a large model, or beside other
work, a step takes longer than anybody should wait, and there is nothing in it to be saved."""


class NightCancelled(Exception):
    """The user or the time budget stopped the night; `why` says which, in a plain sentence."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class NightCrashed(KnownError):
    """The process died. Nothing was promoted."""

    def __init__(self, detail: str) -> None:
        super().__init__(
            phrase("The night broke off"),
            phrase("The learning process ended unexpectedly ({detail}).", detail=ours(detail)),
            phrase(
                "Nothing was lost and the present adapter stays. Sleep again; the work "
                "that was already cached is not repeated."
            ),
        )


@dataclass(frozen=True, slots=True)
class Candidate:
    """What a night brought: a plain GGUF adapter, its measurements and the gate's verdict."""

    promote: bool
    reason: str
    metrics: dict[str, Any]
    manifest: dict[str, Any]
    sha256: str
    data: bytes


class NightProcess:
    """One night, or a step of a proof of erasure, in a child process. `run` and `follow` block;
    the other methods may be called from any thread meanwhile."""

    def __init__(self, job: dict[str, Any], present: bytes) -> None:
        self._job = job
        self._present = present
        self._child: Child | None = None
        self._halted = False
        self._cancelled: str | None = None
        self._deadline: threading.Timer | None = None
        self._last = NightProgress(Phase.LOAD, 0, 1, None)

    @property
    def pid(self) -> int | None:
        return self._child.pid if self._child else None

    def pause(self) -> None:
        self._halted = True
        self._tell("pause")

    def resume(self) -> None:
        self._halted = False
        self._tell("resume")

    def cancel(self, why: str = STOPPED) -> None:
        """The night ends at its next step, or soon by force."""
        self._cancelled = self._cancelled or why
        self._ask_to_end()

    def run(
        self, on_progress: Callable[[NightProgress], None], budget_s: float | None = None
    ) -> Candidate:
        """Raises NightCancelled, NightCrashed, or KnownError with the learner's own words."""
        return _candidate(*self.follow(on_progress, budget_s))

    def follow(
        self, on_progress: Callable[[NightProgress], None], budget_s: float | None = None
    ) -> tuple[dict[str, Any], bytes]:
        """The job's result as it came, and its blob. Raises like `run`. The budget is of time that
        the night is not paused."""
        try:
            child = Child("adapters.worker")
        except OSError as fault:  # no memory, or no room for one more process
            raise NightCrashed(fault.strerror or type(fault).__name__) from None
        budget = Budget(budget_s, lambda: self.cancel(phrase("It took longer than it may.")))
        try:
            budget.go_on()
            self._hand_over(child)
            while True:
                message, blob = child.receive()
                if message["type"] == "result":
                    return message, blob
                if message["type"] in ("paused", "resumed"):
                    budget.hold() if message["type"] == "paused" else budget.go_on()
                self._hear(message, on_progress)
        except ChildGone:
            if self._cancelled:
                raise NightCancelled(self._cancelled) from None
            raise NightCrashed(child.how_it_ended()) from None
        finally:
            budget.hold()
            if self._deadline:
                self._deadline.cancel()
            child.close()

    def _hand_over(self, child: Child) -> None:
        """The job is the first that it hears; what was asked for before that it hears next."""
        try:
            child.send(self._job, self._present)
        except LearnerError as fault:
            raise KnownError(
                phrase("There is more to learn from than a night can take"),
                ours(fault.sentence),
                phrase("Forget corrections that you no longer need, the longest ones first."),
            ) from None
        self._child = child
        if self._cancelled:
            self._ask_to_end()
        elif self._halted:
            self._tell("pause")

    def _hear(self, message: dict[str, Any], on_progress: Callable[[NightProgress], None]) -> None:
        match message["type"]:
            case "progress":
                self._last = _progress(message)
                on_progress(self._last)
            case "paused" | "resumed":
                on_progress(replace(self._last, paused=message["type"] == "paused"))
            case "cancelled":
                raise NightCancelled(self._cancelled or phrase("It was stopped."))
            case "error":
                raise NightCancelled(self._cancelled) if self._cancelled else _problem(message)

    def _ask_to_end(self) -> None:
        self._tell("cancel")
        if self._child and self._deadline is None:
            self._deadline = threading.Timer(_PATIENCE_S, self._child.kill)
            self._deadline.daemon = True
            self._deadline.start()

    def _tell(self, word: str) -> None:
        if self._child is None:
            return
        try:
            self._child.send({"type": word})
        except ChildGone:
            return  # whoever follows the night finds out how it ended


class Budget:
    """So many seconds (None: no end) until something is done; those spent on hold do not count."""

    def __init__(
        self,
        seconds: float | None,
        action: Callable[[], None],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self.left = seconds
        self._action, self._clock = action, clock
        self._timer: threading.Timer | None = None
        self._since = 0.0

    def go_on(self) -> None:
        if self.left is None or self._timer is not None:
            return
        self._since = self._clock()
        self._timer = threading.Timer(self.left, self._action)
        self._timer.daemon = True
        self._timer.start()

    def hold(self) -> None:
        if self.left is None or self._timer is None:
            return
        self._timer.cancel()
        self._timer = None
        self.left = max(self.left - (self._clock() - self._since), 0.0)


def _progress(message: dict[str, Any]) -> NightProgress:
    return NightProgress(
        phase=Phase(message["phase"]),
        step=int(message["step"]),
        of=int(message["of"]),
        seconds_left=message.get("seconds_left"),
    )


def _candidate(message: dict[str, Any], data: bytes) -> Candidate:
    return Candidate(
        promote=message["promote"] is True,
        reason=part(message, "reason"),
        metrics=dict(message["metrics"]),
        manifest=dict(message["manifest"]),
        sha256=str(message["sha256"]),
        data=data,
    )


def _problem(message: dict[str, Any]) -> KnownError:
    if message.get("kind") == "known":
        return from_message(message)
    told = part(message, "sentence") if "sentence" in message else phrase("a fault of ours")
    return NightCrashed(told)
