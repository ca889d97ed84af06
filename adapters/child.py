"""A child process that speaks frames (see `protocol.py`), from its parent's side.

Its pipes, its last words, its end. The engine and the night are two such children.
"""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from collections import deque
from pathlib import Path
from typing import Any, BinaryIO

from adapters.phrases import phrase
from adapters.protocol import ProtocolError, read_frame, write_frame

_ROOT = Path(__file__).resolve().parents[1]
_STDERR_LINES = 60
_EXIT_S = 2.0
_PASSED_ON = (
    "CUDA_DEVICE_ORDER",
    "CUDA_VISIBLE_DEVICES",
    "DYLD_LIBRARY_PATH",
    "GGML_",
    "GOMP_",
    "HIP_",
    "HOME",
    "HSA_",
    "LANG",
    "LC_",
    "LD_LIBRARY_PATH",
    "OMP_",
    "PATH",
    "PYTORCH_ALLOC_CONF",
    "PYTORCH_CUDA_ALLOC_CONF",
    "ROCR_",
    "SYSTEMROOT",
    "TEMP",
    "TMP",
    "TZ",
    "VIRTUAL_ENV",
)
"""Beginnings of the environment variables that the child gets. Secrets stay out by omission."""


class ChildGone(Exception):
    """The process ended, or stopped making sense, in the middle of an exchange."""


class Child:
    """A running `python -m module`. `send` may be called from any thread, `receive` from one."""

    def __init__(self, module: str) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-P", "-m", module],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=_environment(),
            start_new_session=True,  # Ctrl-C is for the window or the command line to handle
        )
        self._in, self._out, stderr = _pipes(self._process)
        self._writing = threading.Lock()
        self._gone = False
        self._last_words: deque[str] = deque(maxlen=_STDERR_LINES)
        self._listener = threading.Thread(target=self._listen, args=(stderr,), daemon=True)
        self._listener.start()

    @property
    def pid(self) -> int:
        return self._process.pid

    @property
    def alive(self) -> bool:
        """Whether talking to it makes sense: a dying process closes its pipes a moment before it
        counts as ended."""
        return not self._gone and self._process.poll() is None

    def send(self, message: dict[str, Any], blob: bytes = b"") -> None:
        """Raises ChildGone."""
        try:
            with self._writing:
                write_frame(self._in, message, blob)
        except (OSError, ValueError):  # a broken or a closed pipe
            self._gone = True
            raise ChildGone from None

    def receive(self) -> tuple[dict[str, Any], bytes]:
        """The next message and its blob; raises ChildGone."""
        try:
            frame = read_frame(self._out)
        except (OSError, ValueError, ProtocolError):
            frame = None
        if frame is None:
            self._gone = True
            raise ChildGone
        return frame

    def kill(self) -> None:
        """End the process by force; whoever waits in `receive` finds it gone. Never waits."""
        self._process.kill()

    def close(self) -> None:
        """End the process, kindly and then by force. Harmless when called again."""
        self._process.terminate()
        try:
            self._process.wait(_EXIT_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._listener.join(_EXIT_S)
        with self._writing:
            for pipe in (self._in, self._out):
                _close_quietly(pipe)

    def how_it_ended(self) -> str:
        """For a person: exit code or signal, and the last line on stderr. Ends the process."""
        self.close()
        code = self._process.returncode
        by_signal = phrase("signal {number}", number=-code)
        how = by_signal if code < 0 else phrase("exit code {number}", number=code)
        last = next((line for line in reversed(self._last_words) if line), "")
        return phrase("{how}: {words}", how=how, words=last[:200]) if last else how

    def _listen(self, stderr: BinaryIO) -> None:
        with stderr:
            for line in stderr:
                self._last_words.append(line.decode("utf-8", "replace").strip())


def _pipes(process: subprocess.Popen[bytes]) -> tuple[BinaryIO, BinaryIO, BinaryIO]:
    if process.stdin is None or process.stdout is None or process.stderr is None:
        raise RuntimeError("the child was started without pipes")
    return process.stdin, process.stdout, process.stderr  # type: ignore[return-value]


def _close_quietly(pipe: BinaryIO) -> None:
    try:
        pipe.close()
    except OSError:
        return  # what was still in its buffer has no reader any more


def _environment() -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name.startswith(_PASSED_ON)}
    return {**kept, "PYTHONPATH": str(_ROOT)}
