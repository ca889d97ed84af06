"""The losses against their formulas, written out in the plainest way."""

from __future__ import annotations

import math

import pytest
import torch

from adapters import objective


@pytest.fixture
def logits() -> torch.Tensor:
    return 2 * torch.randn(7, 50, generator=torch.Generator().manual_seed(1))


def naive_log_softmax(row: torch.Tensor) -> list[float]:
    total = math.log(sum(math.exp(value) for value in row.tolist()))
    return [value - total for value in row.tolist()]


def test_supervised_is_a_weighted_sum_over_the_tokens_of_an_average_step() -> None:
    log_p = torch.tensor([-1.0, -2.0, -4.0])
    weights = torch.tensor([1.0, 0.3, 0.0])
    assert objective.supervised(log_p, weights, 2).item() == pytest.approx((1.0 + 0.6) / 2)
    assert objective.supervised(log_p, weights, 8).item() == pytest.approx((1.0 + 0.6) / 8)


def test_a_token_pulls_as_hard_in_a_long_step_as_in_a_short_one() -> None:
    pulls = []
    for length in (2, 50):
        log_p = torch.full((length,), -1.0, requires_grad=True)
        objective.supervised(log_p, torch.ones(length), 20.0).backward()
        pulls.append(log_p.grad[0].item())
    assert pulls == pytest.approx([-0.05, -0.05])


def test_a_small_weight_is_a_small_force_even_alone() -> None:
    log_p = torch.tensor([-1.0, -1.0], requires_grad=True)
    objective.supervised(log_p, torch.tensor([0.2, 0.2]), 2).backward()
    assert log_p.grad.tolist() == pytest.approx([-0.1, -0.1])


def test_supervised_of_nothing_is_zero() -> None:
    assert objective.supervised(torch.tensor([-1.0]), torch.tensor([0.0]), 0.0).item() == 0.0


@pytest.mark.parametrize("gain", [-300.0, -2.0, 0.0, 2.0, 300.0])
def test_the_halves_of_apo_zero(gain: float) -> None:
    """-sigmoid(b r_w) + sigmoid(b r_l), up to the constant that makes it a loss from 0 to 2."""

    def sigmoid(x: float) -> float:
        return 1 / (1 + math.exp(-x))

    value = torch.tensor(gain)
    assert objective.rise(value, 0.1).item() == pytest.approx(1 - sigmoid(0.1 * gain), abs=1e-6)
    assert objective.fall(value, 0.1).item() == pytest.approx(sigmoid(0.1 * gain), abs=1e-6)


def test_preference_pulls_apart_and_lets_go() -> None:
    """Rising lifts, falling lowers, and neither pulls on a text that is where it should be."""
    for half, sign in ((objective.rise, -1), (objective.fall, 1)):
        for gain, still in ((0.0, False), (-sign * 200.0, True)):
            value = torch.tensor(gain, requires_grad=True)
            half(value, 0.1).backward()
            assert (abs(value.grad.item()) < 1e-6) == still
            assert value.grad.item() * sign >= 0


def naive_kl(student: torch.Tensor, base: torch.Tensor) -> list[float]:
    rows = []
    for student_row, base_row in zip(student, base, strict=True):
        q, p = naive_log_softmax(student_row), naive_log_softmax(base_row)
        rows.append(sum(math.exp(a) * (a - b) for a, b in zip(p, q, strict=True)))
    return rows


def kl_of(logits: torch.Tensor, ids: torch.Tensor, log_p: torch.Tensor) -> torch.Tensor:
    return objective.forward_kl(logits.log_softmax(dim=-1).gather(1, ids), log_p)


def test_kl_over_everything_is_the_exact_kl(logits: torch.Tensor) -> None:
    student = logits + torch.randn(logits.shape, generator=torch.Generator().manual_seed(2))
    log_p, ids = logits.log_softmax(dim=-1).topk(49)  # the tail is one token: nothing is merged
    found = kl_of(student, ids, log_p)
    assert torch.allclose(found, torch.tensor(naive_kl(student, logits)), atol=1e-4)


def test_kl_with_a_tail_is_the_kl_of_the_merged_outcomes(logits: torch.Tensor) -> None:
    student = logits + torch.randn(logits.shape, generator=torch.Generator().manual_seed(2))
    log_p, ids = logits.log_softmax(dim=-1).topk(5)
    for row in range(len(logits)):
        p, q = naive_log_softmax(logits[row]), naive_log_softmax(student[row])
        top = sorted(range(50), key=lambda token: -p[token])[:5]
        p_tail = 1 - sum(math.exp(p[token]) for token in top)
        q_tail = 1 - sum(math.exp(q[token]) for token in top)
        wanted = sum(math.exp(p[token]) * (p[token] - q[token]) for token in top)
        wanted += p_tail * math.log(p_tail / q_tail)
        found = kl_of(student, ids, log_p)[row].item()
        assert found == pytest.approx(wanted, abs=1e-4)
        assert found <= naive_kl(student, logits)[row] + 1e-4


def test_kl_to_itself_is_zero_and_flat(logits: torch.Tensor) -> None:
    log_p, ids = logits.log_softmax(dim=-1).topk(8)
    student = logits.clone().requires_grad_()
    loss = kl_of(student, ids, log_p).sum()
    loss.backward()
    assert abs(loss.item()) < 1e-5
    assert student.grad.abs().max().item() < 1e-6


def test_a_certain_base_makes_no_infinity() -> None:
    """All probability in the top-k: the tail is rounded to nothing."""
    logits = torch.tensor([[60.0, 0.0, 0.0, 0.0]], requires_grad=True)
    log_p, ids = logits.detach().log_softmax(dim=-1).topk(2)
    loss = kl_of(logits, ids, log_p).sum()
    loss.backward()
    assert math.isfinite(loss.item())
    assert torch.isfinite(logits.grad).all()


def test_one_odd_token_and_one_odd_text_are_held_back() -> None:
    per_token = torch.tensor([0.1, 0.3, 90.0, 3.0, 3.0])

    def held(*weights: tuple[float, float]) -> float:
        return objective.clamped_mean(
            per_token, [3, 2], list(weights), opening=2, token=5.0, text=2.0
        ).item()

    assert held((1, 0), (1, 0)) == pytest.approx(((0.1 + 0.3 + 5.0) / 3 + 2.0) / 2)
    assert held((1, 0), (3, 0)) == pytest.approx(((0.1 + 0.3 + 5.0) / 3 + 3 * 2.0) / 2)
    assert held((0, 1), (0, 0)) == pytest.approx((0.1 + 0.3) / 2 / 2), "the first two alone"
    assert held((0, 0), (0, 2)) == pytest.approx(2 * 2.0 / 2), "an opening, too"


def test_hindsight_follows_a_fixed_advantage() -> None:
    log_p = torch.tensor([-1.0, -2.0, -3.0], requires_grad=True)
    advantage = torch.tensor([0.5, -1.0, 0.0])
    loss = objective.hindsight(log_p, advantage)
    assert loss.item() == pytest.approx(-(0.5 * -1.0 + -1.0 * -2.0) / 3)
    loss.backward()
    assert log_p.grad is not None
    assert torch.equal(log_p.grad, -advantage / 3)
