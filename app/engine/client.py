"""The engine process from the window's side: start, adapter, replies, stop, and life after a crash.

The child is disposable. What it must know, the model's path and the attached adapter, is kept here,
so that the call after a crash starts a new one in the same state.
"""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from adapters.child import Child, ChildGone
from adapters.gguf_header import BaseInfo as ModelInfo
from adapters.sampling import Sampling as SamplingSettings
from app.domain.errors import KnownError, from_message
from app.domain.events import StopReason
from app.domain.ledger import Turn
from app.domain.phrases import ours, phrase
from app.engine.events import Counted, EngineDone, EngineEvent, EnginePiece, EngineStarted
from app.engine.stop import Stop

__all__ = [
    "Counted",
    "Engine",
    "EngineBusy",
    "EngineCrashed",
    "EngineDone",
    "EngineEvent",
    "EngineFault",
    "EnginePiece",
    "EngineStarted",
    "ModelInfo",
    "SamplingSettings",
    "Stop",
]

_CLOSE_WAIT_S = 1.0
_FORGET_WAIT_S = 0.1


class EngineCrashed(KnownError):
    """The process ended while it was starting, loading or taking an adapter."""

    def __init__(self, detail: str) -> None:
        super().__init__(
            phrase("The engine stopped"),
            phrase(
                "The process that runs the model ended unexpectedly ({detail}).",
                detail=ours(detail),
            ),
            phrase(
                "Try again: it is started anew. If it happens each time, choose a smaller model."
            ),
        )


class EngineBusy(KnownError):
    def __init__(self) -> None:
        super().__init__(
            phrase("The engine is busy"),
            phrase("It is writing a reply, or not loaded yet."),
            phrase("Try again in a moment."),
        )


class EngineFault(RuntimeError):
    """A fault of ours inside the engine."""


@dataclass(frozen=True, slots=True)
class _Adapter:
    id: str
    data: bytes = field(repr=False)
    scale: float


class Engine:
    """One model in one child process. All methods may be called from any thread; calls that talk
    to the child wait for each other. Nothing starts before it is needed."""

    def __init__(self, model: Path, *, n_ctx: int = 4096, threads: int | None = None) -> None:
        self._load = {"type": "load", "path": str(model), "n_ctx": n_ctx, "threads": threads}
        self._calls = threading.Lock()
        self._stop = Stop()  # of the reply that is being written
        self._forgetting = threading.Event()
        self._requests = itertools.count(1)
        self._child: Child | None = None
        self._info: ModelInfo | None = None
        self._adapter: _Adapter | None = None
        self._closed = False

    @property
    def alive(self) -> bool:
        child = self._child
        return child is not None and child.alive

    @property
    def pid(self) -> int | None:
        child = self._child
        return child.pid if child is not None else None

    @property
    def adapter(self) -> str | None:
        """The id of the adapter that replies are written with; None while it is to be forgotten."""
        adapter = self._adapter
        return adapter.id if adapter is not None and not self._forgetting.is_set() else None

    def start(self) -> ModelInfo:
        """Load the model unless it is loaded. Slow. KnownError says why it cannot be."""
        with self._calls:
            self._ready()
            if self._info is None:
                raise EngineFault("a ready engine knows its model")
            return self._info

    def set_adapter(self, id: str | None, data: bytes | None, scale: float = 1.0) -> None:
        """Write replies with the GGUF LoRA in `data` from now on; None for the base alone.

        Nothing happens when it is the one in use. When it does not fit, KnownError, and the one in
        use stays."""
        wanted = _Adapter(id, data, scale) if id is not None and data else None
        with self._calls:
            self._forget_now()
            child = self._ready()
            if wanted == self._adapter:
                return
            try:
                _attach(child, wanted)
            except ChildGone:
                raise EngineCrashed(child.how_it_ended()) from None
            self._adapter = wanted

    def forget(self) -> None:
        """The adapter in use and all that was read so far leave the memory of both processes: at
        once, or where a reply is being written, at its end. Never starts the child."""
        self._forgetting.set()
        if self._calls.acquire(timeout=_FORGET_WAIT_S):
            try:
                self._forget_now()
            finally:
                self._calls.release()

    def _forget_now(self) -> None:
        """The caller holds the lock."""
        if not self._forgetting.is_set():
            return
        self._forgetting.clear()
        self._adapter = None
        child = self._child
        if child is None or not child.alive:
            return
        try:
            _ask(child, {"type": "forget"})
        except ChildGone:
            return  # and all that it had read with it

    def generate(
        self,
        turns: Sequence[Turn],
        sampling: SamplingSettings,
        begun: str = "",
        stop: Stop | None = None,
    ) -> Iterator[EngineEvent]:
        """The reply to `turns`: EngineStarted, EnginePieces, and always EngineDone at the end.
        Where it was `begun` already, what follows that. EngineDone alone where `stop` was asked
        before the engine had the prompt; later it ends the reply within a tenth of a second.

        A crash ends it with StopReason.CRASHED and the text so far. An iterator that is dropped
        half-way stops the reply. KnownError when the engine cannot start or the prompt cannot be
        answered."""
        with self._calls:
            self._stop = stop = stop or Stop()
            self._forget_now()
            request = {
                "type": "generate",
                "turns": [turn.as_dict() for turn in turns],
                "sampling": asdict(sampling),
                "begun": begun,
            }
            reply = _Reply(stop)
            try:
                for _ in range(2):  # a child that died unnoticed since the last call: a successor
                    child = self._ready()
                    if stop.is_asked:  # while the model was loaded
                        yield reply.ended(StopReason.STOPPED)
                        break
                    yield from reply.events(child, {**request, "request": next(self._requests)})
                    if reply.started:
                        break
                if not reply.done:
                    yield reply.ended(StopReason.CRASHED)
            finally:
                self._forget_now()

    def count(self, turns: Sequence[Turn], *, wait: bool = True) -> Counted:
        """How long that prompt is. Where it shall not `wait`, EngineBusy if a reply is being
        written or no model is loaded yet."""
        if not self._calls.acquire(blocking=wait):
            raise EngineBusy
        try:
            if not wait and not self.alive:
                raise EngineBusy
            return self._counted({"type": "count", "turns": [turn.as_dict() for turn in turns]})
        finally:
            self._forget_now()
            self._calls.release()

    def read_ahead(self, turns: Sequence[Turn], most: int | None = None) -> None:
        """Let the engine read a prompt that is about to be asked, unless more than `most` of its
        tokens are new. Does not wait; whatever is asked next ends it. Nothing happens while the
        engine is busy or not there."""
        if not self._calls.acquire(blocking=False):
            return
        try:
            if self._child is not None and self._child.alive:
                turns_ = [turn.as_dict() for turn in turns]
                _try_send(self._child, {"type": "read", "turns": turns_, "most": most})
        finally:
            self._calls.release()

    def _counted(self, request: dict[str, Any]) -> Counted:
        for last in (False, True):  # a child that died unnoticed gets a successor, as in `generate`
            child = self._ready()
            try:
                tokens = _ask(child, request)["tokens"]
            except ChildGone:
                if last:
                    raise EngineCrashed(child.how_it_ended()) from None
                continue
            break
        if self._info is None:
            raise EngineFault("a ready engine knows its model")
        return Counted(tokens, self._info.n_ctx)

    def close(self) -> None:
        """End the process for good. Does not wait for a reply that nobody reads any more."""
        self._closed = True
        self._stop.ask()
        waited = self._calls.acquire(timeout=_CLOSE_WAIT_S)
        try:
            if self._child is not None:
                self._child.close()
        finally:
            if waited:
                self._calls.release()

    def _ready(self) -> Child:
        """A living child with our model and our adapter; the caller holds the lock."""
        if self._closed:
            raise KnownError(
                phrase("The engine is closed"),
                phrase("Reverie is closing, or another model was chosen meanwhile."),
                phrase("Ask again."),
            )
        if self._child is not None and self._child.alive:
            return self._child
        if self._child is not None:
            self._child.close()
        try:
            child = self._child = Child("app.engine.server")
        except OSError as error:
            raise EngineCrashed(error.strerror or type(error).__name__) from None
        try:
            self._info = ModelInfo(**_ask(child, self._load)["model"])
            if self._adapter is not None:
                _attach(child, self._adapter)
        except ChildGone:
            raise EngineCrashed(child.how_it_ended()) from None
        except BaseException:
            child.close()
            raise
        return child


class _Reply:
    """Follows one reply, across a restart if the first child turns out to be dead."""

    def __init__(self, stop: Stop) -> None:
        self.started: EngineStarted | None = None
        self.done = False
        self._stop = stop
        self._parts: list[str] = []

    def events(self, child: Child, request: dict[str, Any]) -> Iterator[EngineEvent]:
        """What `child` says to `request`; ends early, and `done` stays false, when it dies."""
        finished = False
        number = request["request"]
        try:
            child.send(request)
            with self._stop.heard_by(lambda: _try_stop(child, number)):
                while not finished:
                    message, _ = child.receive()
                    finished = message["type"] in ("done", "error")
                    yield self._event(message)
        except ChildGone:
            finished = True
        finally:
            if not finished:
                _interrupt(child, number)

    def ended(self, why: StopReason) -> EngineDone:
        """Where the child said nothing of its end."""
        self.done = True
        return EngineDone(
            text="".join(self._parts),
            stop_reason=why,
            prompt_tokens=self.started.prompt_tokens if self.started else 0,
            completion_tokens=len(self._parts),
            ttft_s=0.0,
            tokens_per_s=0.0,
        )

    def _event(self, message: dict[str, Any]) -> EngineEvent:
        match message["type"]:
            case "piece":
                self._parts.append(message["text"])
                return EnginePiece(message["text"])
            case "start":
                self.started = EngineStarted(
                    prompt_tokens=message["prompt_tokens"],
                    reused_tokens=message["reused_tokens"],
                    dropped_turns=message["dropped_turns"],
                )
                return self.started
            case "done":
                self.done = True
                return EngineDone(
                    text=message["text"],
                    stop_reason=StopReason(message["stop_reason"]),
                    prompt_tokens=message["prompt_tokens"],
                    completion_tokens=message["completion_tokens"],
                    ttft_s=message["ttft_s"],
                    tokens_per_s=message["tokens_per_s"],
                )
            case _:
                raise _problem(message)


def _ask(child: Child, message: dict[str, Any], blob: bytes = b"") -> dict[str, Any]:
    """One question, one answer. Raises ChildGone, or what the child complains of."""
    child.send(message, blob)
    answer, _ = child.receive()
    if answer["type"] == "error":
        raise _problem(answer)
    return answer


def _attach(child: Child, adapter: _Adapter | None) -> None:
    if adapter is None:
        _ask(child, {"type": "adapter", "id": None, "scale": 1.0})
    else:
        message = {"type": "adapter", "id": adapter.id, "scale": adapter.scale}
        _ask(child, message, adapter.data)


def _try_stop(child: Child, request: int) -> None:
    _try_send(child, {"type": "stop", "request": request})


def _try_send(child: Child, message: dict[str, Any]) -> None:
    try:
        child.send(message)
    except ChildGone:
        return  # then there is nothing left to stop, or to prepare


def _interrupt(child: Child, request: int) -> None:
    """Nobody wants the rest of this reply: stop it, and read up to its end."""
    _try_stop(child, request)
    try:
        while child.receive()[0]["type"] not in ("done", "error"):
            pass
    except ChildGone:
        return  # the next call starts another


def _problem(message: dict[str, Any]) -> Exception:
    if message.get("kind") == "known":
        return from_message(message)
    return EngineFault(f"{message.get('title')}: {message.get('sentence')}")
