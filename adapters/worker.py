"""The sleep process: `python -m adapters.worker`, frames (see `protocol.py`) on stdin and stdout.

In, first: {"type": "night", "base", "base_sha256", "rows": [see examples.Row], "seed", "system",
"cache", "resources", "recipe": {} or overrides, "threads"}, with the adapter in use as the blob
(empty if there is none). Then any number of {"type": "pause"}, {"type": "resume"},
{"type": "cancel"}.

A first message of type "erasure" has the same fields and "texts" and "reference": one step of a
proof of erasure (see `erasure.py`), which learns like a night and has no gate.

Out: {"type": "progress", "phase", "step", "of", "seconds_left"} at every step, {"type": "paused"}
once it stands still, {"type": "resumed"}, and at the end one of
  {"type": "result", "promote", "reason", "phrases", "metrics", "manifest", "sha256"} and the
      candidate as the blob (both empty when it was refused before anything was trained),
  for a step of a proof {"type": "result", "sha256", "rows" (ids that it saw), "training", "log_p",
      "base_log_p", "tokens"} and the candidate as the blob,
  {"type": "cancelled"},
  {"type": "error", "kind": "known" or "bug", "title", "sentence", "remedy", "phrases"}.
"phrases" has what the sentences beside it were made from, by their names (see `phrases.py`).

The process lives no longer than its parent: when stdin ends, it ends, at once and in the middle
of whatever it was doing. That is safe, because all it ever writes to disk are caches about the
base, each replaced in one step. Exit codes: 0 a final message was sent, 3 abandoned.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import signal
import sys
import threading
from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path
from typing import Any, BinaryIO, NoReturn

import psutil

from adapters.control import Cancelled, Control
from adapters.errors import LearnerError, error_message
from adapters.phrases import as_said, phrase
from adapters.protocol import ProtocolError, claim_stdio, read_frame, write_frame

ABANDONED = 3
LOWEST_PRIORITY = 19

Tell = Callable[[dict[str, Any]], None]


def main() -> None:
    """Serve one job and exit; never returns."""
    incoming, outgoing = claim_stdio()
    _keep_low()
    _keep_private()
    try:
        message, blob = _final(incoming, outgoing)
        write_frame(outgoing, message, blob)
    except BrokenPipeError:
        _leave(ABANDONED)
    _leave(0)


def _final(incoming: BinaryIO, outgoing: BinaryIO) -> tuple[dict[str, Any], bytes]:
    """The message that ends the job."""
    try:
        frame = read_frame(incoming)
        if frame is None:
            _leave(ABANDONED)
        job, present = frame
        return _work(job, present, incoming, outgoing)
    except Cancelled:
        return {"type": "cancelled"}, b""
    except BrokenPipeError:
        raise
    except Exception as error:  # noqa: BLE001 - the border of the process: it crosses as a message
        return error_message(error), b""


def _work(
    job: dict[str, Any], present: bytes, incoming: BinaryIO, outgoing: BinaryIO
) -> tuple[dict[str, Any], bytes]:
    work = _JOBS.get(str(job.get("type")))
    if work is None:
        raise ProtocolError(phrase("The first message was neither a night nor a step of a proof."))
    control = Control(
        lambda halted: write_frame(outgoing, {"type": "paused" if halted else "resumed"})
    )
    threading.Thread(target=_listen, args=(incoming, control), daemon=True).start()
    return work(job, present, control, lambda message: write_frame(outgoing, message))


def _night(
    job: dict[str, Any], present: bytes, control: Control, tell: Tell
) -> tuple[dict[str, Any], bytes]:
    from adapters import night  # noqa: PLC0415 - torch takes seconds, and the listener is up now
    from adapters.job import Job  # noqa: PLC0415

    outcome = night.run(Job.from_json(job), present, control, tell)
    result = {
        "type": "result",
        "promote": outcome.verdict.promote,
        "reason": outcome.verdict.reason,
        "phrases": as_said(reason=outcome.verdict.reason),
        "metrics": dict(outcome.metrics),
        "manifest": outcome.manifest.as_json(),
        "sha256": outcome.sha256,
    }
    return result, outcome.candidate


def _erasure(
    job: dict[str, Any], _present: bytes, control: Control, tell: Tell
) -> tuple[dict[str, Any], bytes]:
    from adapters import erasure  # noqa: PLC0415

    outcome = erasure.run(job, control, tell)
    learned, scores = outcome.learned, outcome.scores
    result = {
        "type": "result",
        "sha256": hashlib.sha256(learned.data).hexdigest(),
        "rows": learned.rows,
        "training": dict(learned.training),
        **asdict(scores),
    }
    return result, learned.data


_JOBS = {"night": _night, "erasure": _erasure}


def _listen(incoming: BinaryIO, control: Control) -> None:
    """Obey the parent; end with it."""
    obey = {"pause": control.pause, "resume": control.resume, "cancel": control.cancel}
    with contextlib.suppress(LearnerError, OSError):  # a broken stream ends like a closed one
        while frame := read_frame(incoming):
            obey.get(str(frame[0].get("type")), _ignore)()
    _leave(ABANDONED)


def _ignore() -> None:
    """A word that this version does not know."""


def _keep_low() -> None:
    """Last in line for the processor; and the terminal's Ctrl-C is for the parent to handle."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # Threads that wait must not spin for long: beside one busy core that made training six times
    # slower. Nor may they sleep at once: llama.cpp's meet a thousand times a token, and it wrote a
    # quarter as fast. GNU's OpenMP takes the second, others the first; read when it is loaded.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    os.environ.setdefault("GOMP_SPINCOUNT", "3000")
    me = psutil.Process()
    if sys.platform == "win32":
        me.nice(psutil.IDLE_PRIORITY_CLASS)
    else:
        me.nice(LOWEST_PRIORITY)
    if sys.platform == "linux":
        with contextlib.suppress(psutil.Error):  # some sandboxes forbid it
            me.ionice(psutil.IOPRIO_CLASS_IDLE)
        # Kernels that weigh whole sessions ignore the above. Of a session that others began, a
        # terminal's, everything else would be last in line, too, and stay so.
        if os.getsid(0) == os.getpid():
            with contextlib.suppress(OSError):
                Path("/proc/self/autogroup").write_text(str(LOWEST_PRIORITY))


def _keep_private() -> None:
    """No core dump of a process that holds conversations, and nothing that asks a network."""
    os.environ["HF_HUB_OFFLINE"] = "1"
    if sys.platform != "win32":
        import resource  # noqa: PLC0415 - not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _leave(code: int) -> NoReturn:
    """Exit without waiting for the listener or for native threads in the middle of a sum."""
    sys.stderr.flush()
    os._exit(code)


if __name__ == "__main__":
    main()
