"""A graphics card that fails: the night goes on on the processor. The card here is a second name of
the processor, so that everything is really computed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import torch

from adapters import device, night, torch_base, trainer
from adapters.control import Cancelled, Control
from adapters.errors import LearnerError
from adapters.job import Job
from adapters.verdict import Verdict
from tests.support.tiny_gguf import write_tiny

ROOM = 2**40


@pytest.fixture(autouse=True)
def card(monkeypatch: pytest.MonkeyPatch) -> Iterator[pytest.MonkeyPatch]:
    """A card with room, in a process that has not chosen yet."""
    monkeypatch.setattr(device, "_CARD", torch.device("cpu", 0))
    monkeypatch.setattr(device, "_chosen", {})
    monkeypatch.setattr(device, "_card_failed", False)
    monkeypatch.setattr(torch.cuda, "is_available", lambda: True)
    monkeypatch.setattr(torch.cuda, "mem_get_info", lambda: (ROOM, ROOM))
    monkeypatch.setattr(torch.cuda, "empty_cache", lambda: None)
    return monkeypatch


def run(job: dict[str, Any]) -> night.Outcome:
    return night.run(Job.from_json(job), b"", Control(), lambda _message: None)


def failing(monkeypatch: pytest.MonkeyPatch, *faults: Exception | None) -> list[str]:
    """Training raises these, one a call, after its last step; what it trained on, call by call."""
    really, due, seen = trainer.train, iter(faults), []

    def train(base: torch_base.TorchBase, *given: Any, **named: Any) -> trainer.Trained:
        seen.append(str(base.device))
        trained = really(base, *given, **named)
        fault = next(due, None)
        if fault is not None:
            raise fault
        return trained

    monkeypatch.setattr(trainer, "train", train)
    return seen


def no_more_cuda(monkeypatch: pytest.MonkeyPatch) -> None:
    def touched(*_: object, **__: object) -> None:
        raise AssertionError("the card is not to be touched again")

    for name in ("is_available", "mem_get_info", "empty_cache", "device_count", "get_rng_state"):
        monkeypatch.setattr(torch.cuda, name, touched)
    for name in ("manual_seed_all", "current_device", "synchronize", "init"):
        monkeypatch.setattr(torch.cuda, name, touched)


def test_what_fails_on_the_card_is_trained_on_the_processor(
    make_job: Callable, card: pytest.MonkeyPatch
) -> None:
    """From its beginning: the bytes are those of a night that never saw the card."""
    with card.context() as without:
        without.setattr(torch.cuda, "is_available", lambda: False)
        plain = run(make_job())
    device._chosen.clear()
    seen = failing(card, torch.AcceleratorError("no kernel image is available"))
    leave = device.leave_card

    def left(base: Path) -> bool:
        no_more_cuda(card)
        return leave(base)

    card.setattr(device, "leave_card", left)
    outcome = run(make_job())
    assert seen == ["cpu:0", "cpu", "cpu"], "both rounds"
    assert outcome.candidate == plain.candidate
    assert outcome.metrics["training"] == plain.metrics["training"]
    assert outcome.manifest.metrics["training"]["device"] == "cpu"
    assert outcome.manifest.metrics["training"]["precision"] in ("fp32", "bf16")


def test_a_fault_of_ours_on_the_processor_is_told(
    make_job: Callable, card: pytest.MonkeyPatch
) -> None:
    failing(card, RuntimeError("card"), RuntimeError("ours"))
    with pytest.raises(RuntimeError, match="ours"):
        run(make_job())


def test_what_is_known_is_told_and_not_tried_again(
    make_job: Callable, card: pytest.MonkeyPatch
) -> None:
    seen = failing(card, LearnerError("a", "b", "c"))
    with pytest.raises(LearnerError):
        run(make_job())
    assert seen == ["cpu:0"]


def test_no_room_on_the_processor_either_is_told(
    make_job: Callable, card: pytest.MonkeyPatch
) -> None:
    class Memory:
        available = 1000

    card.setattr(device.psutil, "virtual_memory", Memory)
    failing(card, torch.OutOfMemoryError("CUDA out of memory"))
    with pytest.raises(LearnerError, match="Not enough memory"):
        run(make_job())


class TestTheChoice:
    def test_it_holds_for_the_process(self, card: pytest.MonkeyPatch, tmp_path: Path) -> None:
        path = write_tiny(tmp_path / "tiny.gguf")
        assert torch_base.load(path, threads=1).device == device._CARD
        card.setattr(torch.cuda, "mem_get_info", lambda: (0, ROOM))
        assert torch_base.load(path, threads=1).device == device._CARD

    def test_a_card_that_does_not_answer_is_none(
        self, card: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        def busy() -> None:
            raise torch.AcceleratorError("all CUDA-capable devices are busy or unavailable")

        card.setattr(torch.cuda, "mem_get_info", busy)
        assert str(torch_base.load(write_tiny(tmp_path / "tiny.gguf")).device) == "cpu"

    def test_the_logits_of_a_long_text_count(
        self, card: pytest.MonkeyPatch, tmp_path: Path
    ) -> None:
        weights, logits = 4_000_000, 4 * 5 * 1024 * 50_000
        card.setattr(torch.cuda, "mem_get_info", lambda: (logits, ROOM))
        assert device.choose(tmp_path / "a", weights // 4, 50_000).index is None
        card.setattr(torch.cuda, "mem_get_info", lambda: (logits + 2 * weights, ROOM))
        assert device.choose(tmp_path / "b", weights // 4, 50_000) == device._CARD


def test_a_tied_head_stays_the_same_memory(tmp_path: Path) -> None:
    """Also where moving copies, as it does to a card: of the device `meta` there is always one."""
    base = torch_base.load(write_tiny(tmp_path / "tiny.gguf", tied=True), threads=1)
    base.model.lm_head.weight.data[0, 0] = 7.0
    assert base.model.model.embed_tokens.weight[0, 0] == 7.0
    moved = torch_base._moved(base.model, torch.device("meta"))
    head, embedding = moved.lm_head.weight, moved.model.embed_tokens.weight
    assert head.is_meta
    assert head.untyped_storage()._cdata == embedding.untyped_storage()._cdata


def test_a_candidate_that_passed_survives_the_second_training(
    make_job: Callable, card: pytest.MonkeyPatch
) -> None:
    """Real training and measuring; only the verdict is one that a tiny model cannot earn."""
    card.setattr(night, "decide", lambda _found: Verdict(True, "so it goes.", ()))
    seen = failing(card, None, None, LearnerError("Training went out of bounds", "b", "c"))
    outcome = run(make_job())
    assert len(seen) == 3, "two rounds, and that on all rows"
    assert outcome.verdict.promote
    assert outcome.candidate
    assert not outcome.metrics["training"]["all_rows"]


@pytest.mark.parametrize("passed", [1, 2], ids=["in the second round", "on all rows"])
def test_a_later_training_that_is_cancelled_ends_the_night(
    make_job: Callable, card: pytest.MonkeyPatch, passed: int
) -> None:
    card.setattr(night, "decide", lambda _found: Verdict(True, "so it goes.", ()))
    failing(card, *[None] * passed, Cancelled())
    with pytest.raises(Cancelled):
        run(make_job())
