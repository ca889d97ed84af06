"""The sleep process as the window sees it: start it, follow it, pause it, stop it, outlive it."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, BinaryIO, Final, cast

from adapters.protocol import ProtocolError, read_frame, write_frame
from app.domain.errors import KnownError
from app.domain.events import NightProgress, Phase

_STDERR_LINES: Final = 50
_EXIT_SECONDS: Final = 5.0


class NightCancelled(Exception):
    """The user or the time budget stopped the night; `str()` says which, in a plain sentence."""


class NightCrashed(KnownError):
    """The process died. Nothing was promoted."""

    def __init__(self, detail: str) -> None:
        super().__init__(
            "The night broke off",
            f"The learning process ended unexpectedly ({detail}).",
            "Nothing was lost and the present adapter stays. Sleep again; the work that was "
            "already cached is not repeated.",
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
    """One night in a child process. `run` blocks; the other methods may be called from any
    thread meanwhile."""

    def __init__(self, job: dict[str, Any], present: bytes) -> None:
        self._job = job
        self._present = present
        self._process: subprocess.Popen[bytes] | None = None
        self._writing = threading.Lock()
        self._cancelled: str | None = None
        self._stderr: deque[str] = deque(maxlen=_STDERR_LINES)
        self._last = NightProgress(Phase.LOAD, 0, 1, None)

    @property
    def pid(self) -> int | None:
        return self._process.pid if self._process else None

    def pause(self) -> None:
        self._tell("pause")

    def resume(self) -> None:
        self._tell("resume")

    def cancel(self, why: str = "You stopped it.") -> None:
        """The night ends at its next step."""
        self._cancelled = self._cancelled or why
        self._tell("cancel")

    def run(
        self, on_progress: Callable[[NightProgress], None], budget_s: float | None = None
    ) -> Candidate:
        """Raises NightCancelled, NightCrashed, or KnownError with the learner's own words."""
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "adapters.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        self._process = process
        assert process.stdin and process.stdout and process.stderr  # noqa: S101 - pipes above
        threading.Thread(
            target=self._drain, args=(cast(BinaryIO, process.stderr),), daemon=True
        ).start()
        timer = _timer(budget_s, lambda: self.cancel("It took longer than it may."))
        try:
            self._send(self._job, self._present)
            if self._cancelled:
                self._tell("cancel")
            return self._follow(process, cast(BinaryIO, process.stdout), on_progress)
        except ProtocolError as error:
            raise NightCrashed(str(error)) from None
        finally:
            if timer:
                timer.cancel()
            self._end(process)

    def _follow(
        self,
        process: subprocess.Popen[bytes],
        stream: BinaryIO,
        on_progress: Callable[[NightProgress], None],
    ) -> Candidate:
        while frame := read_frame(stream):
            message, blob = frame
            match message["type"]:
                case "progress":
                    self._last = _progress(message)
                    on_progress(self._last)
                case "paused" | "resumed":
                    on_progress(_paused(self._last, paused=message["type"] == "paused"))
                case "result":
                    return _candidate(message, blob)
                case "cancelled":
                    raise NightCancelled(self._cancelled or "It was stopped.")
                case "error":
                    raise _problem(message)
        if self._cancelled:
            raise NightCancelled(self._cancelled)
        raise NightCrashed(self._how_it_ended(process))

    def _how_it_ended(self, process: subprocess.Popen[bytes]) -> str:
        code = process.wait(timeout=_EXIT_SECONDS)
        last = next((line for line in reversed(self._stderr) if line.strip()), "")
        how = f"signal {-code}" if code < 0 else f"exit code {code}"
        return f"{how}; {last.strip()}" if last else how

    def _send(self, message: dict[str, Any], blob: bytes = b"") -> None:
        process = self._process
        if process is None or process.stdin is None:
            return
        with self._writing:
            try:
                write_frame(cast(BinaryIO, process.stdin), message, blob)
            except (BrokenPipeError, ValueError):
                return  # it is gone; the reader finds out how

    def _tell(self, word: str) -> None:
        self._send({"type": word})

    def _drain(self, stream: BinaryIO) -> None:
        for line in stream:
            self._stderr.append(line.decode(errors="replace"))
        stream.close()

    def _end(self, process: subprocess.Popen[bytes]) -> None:
        with self._writing:
            if process.stdin:
                try:
                    process.stdin.close()
                except BrokenPipeError:
                    process.stdin = None
        try:
            process.wait(timeout=_EXIT_SECONDS)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        if process.stdout:
            process.stdout.close()


def _timer(seconds: float | None, action: Callable[[], None]) -> threading.Timer | None:
    if seconds is None:
        return None
    timer = threading.Timer(seconds, action)
    timer.daemon = True
    timer.start()
    return timer


def _progress(message: dict[str, Any]) -> NightProgress:
    return NightProgress(
        phase=Phase(message["phase"]),
        step=int(message["step"]),
        of=int(message["of"]),
        seconds_left=message.get("seconds_left"),
    )


def _paused(last: NightProgress, *, paused: bool) -> NightProgress:
    return NightProgress(last.phase, last.step, last.of, last.seconds_left, paused)


def _candidate(message: dict[str, Any], data: bytes) -> Candidate:
    return Candidate(
        promote=message["promote"] is True,
        reason=str(message["reason"]),
        metrics=dict(message["metrics"]),
        manifest=dict(message["manifest"]),
        sha256=str(message["sha256"]),
        data=data,
    )


def _problem(message: dict[str, Any]) -> KnownError:
    if message.get("kind") == "known":
        return KnownError(message["title"], message["sentence"], message["remedy"])
    return NightCrashed(message.get("sentence", "a fault of ours"))
