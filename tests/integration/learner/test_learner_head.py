"""The head over a part of the vocabulary: exact before the first step, and with true gradients."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from adapters import torch_base
from adapters.examples import Row, build
from adapters.head import Head
from adapters.prepare import Views, prepare
from adapters.recipe import Recipe
from adapters.runtime import Base, Sampling
from adapters.scorer import Scorer
from tests.support.tiny_gguf import write_tiny


@pytest.fixture
def base(tmp_path: Path) -> torch_base.TorchBase:
    return torch_base.load(write_tiny(tmp_path / "tiny.gguf"), threads=1, exact=True)


@pytest.fixture
def states(base: torch_base.TorchBase) -> torch.Tensor:
    width = base.head_weight.shape[1]
    drawn = torch.randn(5, width, generator=torch.Generator().manual_seed(1))
    return drawn.to(base.device)


RECIPE = Recipe(share_without_edit=0.5)
KNOWN = torch.tensor([3, 5, 8, 13, 21, 34, 55])
CHOSEN = torch.tensor([[5, 3], [8, 55], [34, 5], [21, 13], [3, 8]])


def of_chosen(logits: torch.Tensor) -> torch.Tensor:
    return logits.log_softmax(dim=-1).gather(1, CHOSEN.to(logits.device))


def test_with_the_base_s_own_tail_it_is_the_whole_head(
    base: torch_base.TorchBase, states: torch.Tensor
) -> None:
    head = Head(base, KNOWN.to(base.device))
    logits = base.logits(states)
    tail = head.log_tail(states, logits.logsumexp(dim=-1))
    found = head.log_p(states, head.places_of(CHOSEN), tail)
    assert torch.allclose(found, of_chosen(logits), atol=1e-5)


def test_a_whole_vocabulary_leaves_no_tail(
    base: torch_base.TorchBase, states: torch.Tensor
) -> None:
    head = Head(base, torch.arange(base.vocabulary_size, device=base.device))
    logits = base.logits(states)
    tail = head.log_tail(states, logits.logsumexp(dim=-1))
    found = head.log_p(states, head.places_of(CHOSEN), tail)
    assert torch.allclose(found, of_chosen(logits), atol=1e-4)


def test_gradients_are_those_of_autograd(base: torch_base.TorchBase, states: torch.Tensor) -> None:
    known = KNOWN.to(base.device)
    head, weight = Head(base, known), base.head_weight[known].double()
    tail = torch.linspace(-1, 3, 5, device=base.device)
    ours, plain = states.clone().requires_grad_(), states.double().requires_grad_()
    pull = torch.randn(5, 2, generator=torch.Generator().manual_seed(2)).to(base.device)
    (head.log_p(ours, head.places_of(CHOSEN), tail) * pull).sum().backward()
    logits = plain @ weight.T
    log_z = torch.logaddexp(logits.logsumexp(dim=-1), tail.double())
    log_p = logits.gather(1, head.places_of(CHOSEN)) - log_z[:, None]
    (log_p * pull).sum().backward()
    assert torch.allclose(ours.grad, plain.grad.float(), atol=1e-5)


def test_an_accepted_reply_of_the_base_holds_the_student_and_another_s_teaches_it(
    starter: Path,
) -> None:
    runtime = Base(starter, n_ctx=256, n_threads=1)
    prompt = ({"role": "user", "content": "Why is the sea salty?"},)
    try:
        drawn = runtime.generate(runtime.prompt_tokens(prompt), Sampling(seed=3, max_tokens=24))
        replies = {"own": "".join(piece.text for piece in drawn), "foreign": "cos of rocks m8 - k"}
        rows = [
            Row(name, "accept", "thumb", prompt, prompt, reply) for name, reply in replies.items()
        ]
        rows += [Row(f"e{n}", "edit", "edit", prompt, prompt, "Dear", "hi") for n in range(6)]
        material = build(rows, runtime, RECIPE)
    finally:
        runtime.close()
    base = torch_base.load(starter, threads=1)
    scorer = Scorer(base, RECIPE.layers(base.n_layers).start)
    prepared = prepare(
        scorer, material, material.row_ids, [], RECIPE, known=Views(), checkpoint=lambda: None
    )
    own = prepared.rows["own"]
    assert own.held is not None
    assert (own.held.weight, own.held.opening) == (2.0, 0.5), "twice as hard as a general answer"
    assert own.wanted is None
    assert prepared.rows["foreign"].held is None
    assert prepared.rows["foreign"].wanted is not None
