"""The sleep process as its parent sees it: a whole night, paused, cancelled, abandoned, killed."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import psutil
import pytest

from adapters import gguf_lora
from adapters.protocol import read_frame, write_frame
from adapters.worker import ABANDONED
from tests.integration.night.conftest import CANARY

PATIENCE_S = 120
Frame = tuple[dict[str, Any], bytes]


class Night:
    """One worker and the frames that came out of it so far."""

    def __init__(self, job: dict[str, Any], temporary: Path) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "adapters.worker"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=os.environ | {"TMPDIR": str(temporary)},
            start_new_session=True,  # as its parent does
        )
        assert self.process.stdin
        assert self.process.stdout
        assert self.process.stderr
        self.tell(job)

    def tell(self, message: dict[str, Any]) -> None:
        write_frame(self.process.stdin, message)

    def frames(self) -> Iterator[Frame]:
        while frame := read_frame(self.process.stdout):
            yield frame

    def until(self, kind: str, phase: str | None = None, step: int = 0) -> Frame:
        """The next message of this kind (and phase, at this step or later)."""
        for message, blob in self.frames():
            where = message.get("phase"), message.get("step", 0)
            if message["type"] == kind and (
                phase is None or (where[0] == phase and where[1] >= step)
            ):
                return message, blob
            assert message["type"] not in ("error", "result"), message
        raise AssertionError(f"it ended without {kind}: {self.process.stderr.read().decode()}")

    def wait(self) -> int:
        return self.process.wait(PATIENCE_S)

    def close(self) -> None:
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout, self.process.stderr):
            try:
                stream.close()
            except BrokenPipeError:
                continue


@pytest.fixture
def temporary(tmp_path: Path) -> Path:
    folder = tmp_path / "temporary"
    folder.mkdir()
    return folder


@pytest.fixture
def begin(temporary: Path) -> Iterator[Callable[[dict[str, Any]], Night]]:
    nights: list[Night] = []

    def begin(job: dict[str, Any]) -> Night:
        nights.append(Night(job, temporary))
        return nights[-1]

    yield begin
    for night in nights:
        night.close()


def files_in(folder: Path) -> list[Path]:
    """Torch leaves an empty folder for compiled kernels wherever transformers is imported."""
    return [path for path in folder.rglob("*") if not path.is_dir()]


def test_a_whole_night_and_again_after_a_kill(
    begin: Callable, make_job: Callable, temporary: Path, tmp_path: Path
) -> None:
    """Killed while it trains, it leaves caches without a word of the rows; run again, with the
    rows in another order, it comes to the same bytes and the same verdict as one left alone."""
    killed = begin(make_job())
    killed.until("progress", "train", step=2)
    killed.process.kill()
    killed.wait()
    left = sorted(path.name.split("-")[0] for path in (tmp_path / "cache").iterdir())
    assert left == ["replay", "replay", "teacher"]
    assert files_in(temporary) == []
    for path in (tmp_path / "cache").iterdir():
        assert CANARY.encode() not in path.read_bytes()

    job = make_job()
    again, data = begin(job | {"rows": job["rows"][::-1]}).until("result")
    alone, other = begin(make_job(cache=str(tmp_path / "fresh"))).until("result")
    assert data == other
    without_time = [
        {key: value for key, value in message["metrics"].items() if key != "seconds"}
        for message in (again, alone)
    ]
    assert without_time[0] == without_time[1]
    assert again["manifest"] == alone["manifest"]
    assert again["sha256"] == hashlib.sha256(data).hexdigest()
    check_result(again, data, job)


def check_result(message: dict[str, Any], data: bytes, job: dict[str, Any]) -> None:
    adapter = gguf_lora.read(data)
    assert adapter.metadata["reverie.base_sha256"] == job["base_sha256"]
    assert CANARY.encode() not in data
    manifest, metrics = message["manifest"], message["metrics"]
    assert manifest["train_rows"] == [f"row{n:02}" for n in range(9)]
    assert manifest["held_out_rows"] == [f"row{n:02}" for n in range(9, 14)]
    assert manifest["adapter_sha256"] == message["sha256"]
    assert manifest["promote"] == message["promote"]
    assert metrics["training"]["steps"] == 8, "the second round helped"
    assert metrics["held_out"]["rows"] == 5
    assert set(metrics["seconds"]) == {"load", "replay", "train", "export", "measure", "gate"}
    assert all(check["value"] is not None for check in metrics["checks"])


def test_pause_resume_and_cancel(begin: Callable, make_job: Callable) -> None:
    night = begin(make_job(recipe={"min_steps": 150, "max_steps": 150}))
    night.until("progress", "train", step=1)
    if os.name == "posix":
        assert psutil.Process(night.process.pid).nice() == 19
    night.tell({"type": "pause"})
    night.until("paused")
    night.tell({"type": "a word from the future"})
    process = psutil.Process(night.process.pid)
    before = process.cpu_times()
    time.sleep(0.4)
    after = process.cpu_times()
    assert after.user - before.user < 0.1, "a paused night uses no processor"
    night.tell({"type": "resume"})
    assert next(night.frames())[0] == {"type": "resumed"}
    first, _ = night.until("progress")
    assert first["phase"] == "train"
    night.tell({"type": "cancel"})
    night.until("cancelled")
    assert night.wait() == 0


def test_it_ends_with_its_parent(begin: Callable, make_job: Callable) -> None:
    """Also while it is paused, and without a word."""
    night = begin(make_job(recipe={"min_steps": 150, "max_steps": 150}))
    night.until("progress", "replay")
    night.tell({"type": "pause"})
    night.until("paused")
    night.process.stdin.close()
    assert night.process.wait(10) == ABANDONED


def test_a_problem_crosses_as_a_message(begin: Callable) -> None:
    night = begin({"type": "day"})
    message, _ = next(night.frames())
    assert message["type"] == "error"
    assert message["kind"] == "known"
    assert {"title", "sentence", "remedy"} <= set(message)
    assert night.wait() == 0


def test_importing_the_worker_is_light() -> None:
    """The listener must be up before torch is: it takes seconds to import."""
    heavy = "{'torch', 'transformers', 'peft', 'llama_cpp', 'numpy'}"
    code = f"import sys, adapters.worker; sys.exit(bool({heavy} & set(sys.modules)))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
