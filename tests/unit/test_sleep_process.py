"""The night's process from its parent's side: words that come early, budgets, jobs too big."""

from __future__ import annotations

import os
import signal
import sys
import threading
from pathlib import Path
from typing import Any

import psutil
import pytest

from adapters import protocol, worker
from adapters.child import Child, _environment
from app.domain.errors import KnownError
from app.sleep import process
from app.sleep.process import Budget, NightCancelled, NightCrashed, NightProcess


def nothing(*_: object) -> None:
    pass


def test_a_cancel_before_the_job_is_an_interruption(monkeypatch: pytest.MonkeyPatch) -> None:
    """It falls between the start of the child and the job's frame."""
    night = NightProcess({"type": "day"}, b"")

    class Slow(Child):
        def __init__(self, module: str) -> None:
            super().__init__(module)
            night.cancel("You stopped it.")

    monkeypatch.setattr(process, "Child", Slow)
    with pytest.raises(NightCancelled, match="You stopped it"):
        night.run(nothing)


@pytest.mark.parametrize(("word", "sent"), [("pause", ["day", "pause"]), ("resume", ["day"])])
def test_the_job_is_the_first_that_the_child_hears(
    monkeypatch: pytest.MonkeyPatch, word: str, sent: list[str]
) -> None:
    night, heard = NightProcess({"type": "day"}, b""), []

    class Slow(Child):
        def __init__(self, module: str) -> None:
            super().__init__(module)
            getattr(night, word)()

        def send(self, message: dict[str, Any], blob: bytes = b"") -> None:
            heard.append(message["type"])
            super().send(message, blob)

    monkeypatch.setattr(process, "Child", Slow)
    with pytest.raises(KnownError, match="neither a night"):
        night.run(nothing)
    assert heard == sent


def test_a_job_that_is_too_big_is_told_with_a_remedy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(protocol, "MAX_JSON", 100)
    with pytest.raises(KnownError) as caught:
        NightProcess({"type": "night", "rows": ["x" * 200]}, b"").run(nothing)
    assert "100 is the limit" in caught.value.sentence
    assert "longest" in caught.value.remedy


def test_no_room_for_a_process_is_a_night_that_broke_off(monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object, **__: object) -> None:
        raise OSError(12, os.strerror(12))

    monkeypatch.setattr("adapters.child.subprocess.Popen", full)
    with pytest.raises(NightCrashed, match=os.strerror(12)):
        NightProcess({"type": "night"}, b"").run(nothing)


class TestTheBudget:
    def test_what_is_spent_on_hold_does_not_count(self) -> None:
        now = 0.0
        budget = Budget(1e6, nothing, lambda: now)
        budget.go_on()
        now = 10.0
        budget.hold()
        now = 5000.0
        budget.hold()
        budget.go_on()
        budget.go_on()
        now = 5001.0
        budget.hold()
        assert budget.left == 1e6 - 11

    def test_a_night_on_hold_holds_it(self, monkeypatch: pytest.MonkeyPatch) -> None:
        told = []

        class Kept(Budget):
            def go_on(self) -> None:
                told.append("on")

            def hold(self) -> None:
                told.append("hold")

        class Halting:
            pid = 1

            def __init__(self, _module: str) -> None:
                self._frames = iter(("paused", "resumed", "cancelled"))

            def send(self, *_: object) -> None: ...

            def close(self) -> None: ...

            def receive(self) -> tuple[dict[str, Any], bytes]:
                return {"type": next(self._frames)}, b""

        monkeypatch.setattr(process, "Budget", Kept)
        monkeypatch.setattr(process, "Child", Halting)
        with pytest.raises(NightCancelled):
            NightProcess({"type": "night"}, b"").run(nothing, budget_s=60)
        assert told == ["on", "hold", "on", "hold"]

    def test_it_acts_when_it_is_spent(self) -> None:
        spent = threading.Event()
        budget = Budget(0.0, spent.set)
        budget.go_on()
        assert spent.wait(60)

    def test_without_one_there_is_no_end(self) -> None:
        budget = Budget(None, nothing)
        budget.go_on()
        budget.hold()
        assert budget.left is None


def test_a_child_is_told_which_card_and_no_secret(monkeypatch: pytest.MonkeyPatch) -> None:
    passed = (
        "CUDA_DEVICE_ORDER",
        "CUDA_VISIBLE_DEVICES",
        "HIP_VISIBLE_DEVICES",
        "HSA_OVERRIDE_GFX_VERSION",
        "PYTORCH_ALLOC_CONF",
        "ROCR_VISIBLE_DEVICES",
    )
    for name in (*passed, "A_TOKEN"):
        monkeypatch.setenv(name, "0")
    environment = _environment()
    assert set(passed) <= environment.keys()
    assert "A_TOKEN" not in environment


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux weighs sessions")
@pytest.mark.parametrize("own", [True, False])
def test_only_a_session_of_its_own_is_put_last(monkeypatch: pytest.MonkeyPatch, own: bool) -> None:
    """In a terminal's session, everything else that was begun there would starve, for good."""
    written: list[Path] = []
    monkeypatch.setattr(os, "environ", dict(os.environ))
    monkeypatch.setattr(signal, "signal", nothing)
    monkeypatch.setattr(psutil.Process, "nice", nothing)
    monkeypatch.setattr(psutil.Process, "ionice", nothing)
    monkeypatch.setattr(os, "getsid", lambda _pid: os.getpid() if own else os.getppid())
    monkeypatch.setattr(Path, "write_text", lambda path, _text: written.append(path))
    worker._keep_low()
    assert written == [Path("/proc/self/autogroup")] * own


def test_a_sandbox_that_forbids_priorities_is_no_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    def denied(*_: object) -> None:
        raise psutil.AccessDenied

    monkeypatch.setattr(os, "environ", dict(os.environ))
    monkeypatch.setattr(signal, "signal", nothing)
    monkeypatch.setattr(psutil.Process, "nice", nothing)
    monkeypatch.setattr(psutil.Process, "ionice", denied, raising=False)
    monkeypatch.setattr(Path, "write_text", nothing)
    worker._keep_low()
