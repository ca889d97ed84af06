"""Our losses against TRL's own code for them, values and gradients, on random tensors.

Nothing of TRL is built: no trainer, no tokenizer, no data set. Its loss functions are called with a
stand-in for the trainer that holds the few settings they read, and a stand-in for the model where
they want its outputs. Random cases are drawn by Hypothesis. Ten seconds, half of it TRL's import.
"""

from __future__ import annotations

import warnings
from collections import defaultdict
from collections.abc import Callable
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch import Tensor

from adapters import objective

CASES = settings(max_examples=25, deadline=None)
SEEDS = st.integers(0, 2**31)
PROMPT, LENGTH, VOCABULARY = 3, 11, 60


@dataclass(frozen=True)
class Trl:
    """What is compared with, imported when the first test asks: it takes five seconds."""

    dpo_loss: Callable[..., Tensor]
    kto_loss: Callable[..., Tensor]
    sft_loss: Callable[..., Tensor]
    collator: Any
    add_fused_lm_head: Callable[..., None]
    fused_output: Any
    jsd: Callable[..., Tensor]
    chunked_divergence: Callable[..., tuple[Tensor, Tensor, Tensor]]


@pytest.fixture(scope="module")
def trl() -> Trl:
    with warnings.catch_warnings():
        # TRL says at import that GKD may change in any release; the version is pinned.
        warnings.filterwarnings("ignore", message="You are importing from 'trl.experimental'")
        from trl.experimental.gkd import GKDTrainer
        from trl.trainer.distillation_trainer import _chunked_divergence_loss
        from trl.trainer.dpo_trainer import DPOTrainer
        from trl.trainer.kto_trainer import KTOTrainer
        from trl.trainer.sft_trainer import DataCollatorForLanguageModeling, SFTTrainer
        from trl.trainer.utils import FusedCausalLMOutput, add_fused_lm_head
    return Trl(
        DPOTrainer._compute_loss,
        KTOTrainer._compute_loss,
        SFTTrainer.compute_loss,
        DataCollatorForLanguageModeling(pad_token_id=0),
        add_fused_lm_head,
        FusedCausalLMOutput,
        GKDTrainer.generalized_jsd_loss,
        _chunked_divergence_loss,
    )


def trainer_stand_in(**settings_: Any) -> Any:
    """The settings that TRL's loss functions read, as a single process with one device has them."""

    def same(value: Any) -> Any:
        return value

    return SimpleNamespace(
        model=SimpleNamespace(training=True),
        accelerator=SimpleNamespace(
            device=torch.device("cpu"),
            gather=same,
            gather_for_metrics=same,
            parallelism_config=None,
            num_processes=1,
        ),
        aux_loss_enabled=False,
        precompute_ref_logps=True,
        _metrics={"train": defaultdict(list)},
        _total_train_tokens=0,
        _tp_size=1,
        **settings_,
    )


def noise(seed: int, *shape: int, scale: float = 1.0) -> Tensor:
    return scale * torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


def marks(seed: int, rows: int) -> Tensor:
    """[rows, LENGTH] of 0 and 1: the tokens that an edit changed, at least one in each row."""
    drawn = torch.rand(rows, LENGTH, generator=torch.Generator().manual_seed(seed + 1)) < 0.5
    drawn[:, :PROMPT] = False
    drawn[:, PROMPT] = True
    return drawn.long()


def model_stand_in(trl: Trl, log_probs: Tensor) -> Callable[..., Any]:
    """A model that gives `log_probs` to any input, 0 where it is not asked, as TRL's head does."""

    def model(*, labels: Tensor, **_: Any) -> Any:
        asked = labels[:, 1:] != -100
        unused = torch.zeros_like(log_probs)
        return trl.fused_output(
            log_probs=log_probs.masked_fill(~asked, 0.0),
            entropy=unused,
            mean_logits=unused,
            is_top1=unused.bool(),
            label_mask=asked,
        )

    return model


def assert_same(ours: Tensor, theirs: Tensor, leaf: Tensor) -> None:
    """The same value, and the same gradient for `leaf`."""
    mine, its = (torch.autograd.grad(loss, leaf, retain_graph=True)[0] for loss in (ours, theirs))
    torch.testing.assert_close(ours, theirs, rtol=1e-5, atol=1e-6)
    torch.testing.assert_close(mine, its, rtol=0.0, atol=3e-4 * its.abs().max().item() + 1e-9)


# Preference


def gains(log_probs: Tensor, marked: Tensor, base: Tensor) -> Tensor:
    return (marked[:, 1:] * log_probs).sum(dim=1) - base


@CASES
@given(seed=SEEDS, slope=st.floats(0.01, 2.0), pairs=st.integers(1, 4))
def test_rise_and_fall_are_apo_zero(trl: Trl, seed: int, slope: float, pairs: int) -> None:
    marked, base = marks(seed, 2 * pairs), noise(seed + 2, 2 * pairs, scale=5.0) - 20
    log_probs = (-noise(seed, 2 * pairs, LENGTH - 1, scale=3.0).abs()).requires_grad_()
    gain = gains(log_probs, marked, base)
    lifted, lowered = objective.rise(gain[:pairs], slope), objective.fall(gain[pairs:], slope)
    theirs = trl.dpo_loss(
        trainer_stand_in(
            beta=slope,
            ld_alpha=None,
            f_divergence_type="reverse_kl",
            loss_types=["apo_zero"],
            loss_weights=[1.0],
            use_weighting=False,
        ),
        model_stand_in(trl, log_probs),
        {
            "input_ids": torch.ones_like(marked),
            "attention_mask": torch.ones_like(marked),
            "completion_mask": marked,
            "ref_chosen_logps": base[:pairs],
            "ref_rejected_logps": base[pairs:],
        },
        False,
    )
    assert_same((lifted + lowered).mean(), theirs, log_probs)


@CASES
@given(seed=SEEDS, slope=st.floats(0.01, 2.0), rows=st.integers(1, 5))
def test_a_rejected_reply_alone_is_unpaired_apo_zero(
    trl: Trl, seed: int, slope: float, rows: int
) -> None:
    marked, base = marks(seed, rows), noise(seed + 2, rows, scale=5.0) - 20
    log_probs = (-noise(seed, rows, LENGTH - 1, scale=3.0).abs()).requires_grad_()
    stand_in = trainer_stand_in(
        beta=slope,
        loss_type="apo_zero_unpaired",
        calculate_KL=False,
        desirable_weight=1.0,
        undesirable_weight=1.0,
        _compute_kl_logps=lambda *_: None,
    )
    theirs = trl.kto_loss(
        stand_in,
        model_stand_in(trl, log_probs),
        {
            "input_ids": torch.ones_like(marked),
            "attention_mask": torch.ones_like(marked),
            "completion_mask": marked,
            "label": torch.zeros(rows, dtype=torch.bool),
            "ref_logps": base,
        },
        False,
    )
    assert_same(objective.fall(gains(log_probs, marked, base), slope).mean(), theirs, log_probs)


# Supervised


@pytest.fixture(scope="module")
def model(trl: Trl) -> Any:
    """A small random language model with TRL's own output head on it."""
    from transformers import LlamaConfig, LlamaForCausalLM

    config = LlamaConfig(
        vocab_size=VOCABULARY,
        hidden_size=16,
        intermediate_size=32,
        num_hidden_layers=2,
        num_attention_heads=2,
        num_key_value_heads=1,
        initializer_range=0.3,
    )
    with torch.random.fork_rng():
        torch.manual_seed(1)
        made = LlamaForCausalLM(config)
    trl.add_fused_lm_head(made, outputs=("log_probs", "entropy", "is_top1"))
    return made


@settings(CASES, max_examples=10)
@given(seed=SEEDS, lengths=st.lists(st.integers(PROMPT + 2, LENGTH), min_size=1, max_size=4))
def test_supervised_is_the_loss_of_sft_trainer(
    trl: Trl, model: Any, seed: int, lengths: list[int]
) -> None:
    """Texts of unlike length, padded by TRL and not by us; tokens of weight 0 are -100 there."""
    drawn = torch.Generator().manual_seed(seed)
    texts = [torch.randint(1, VOCABULARY, (length,), generator=drawn) for length in lengths]
    weights = [(torch.rand(len(text), generator=drawn) < 0.7).float() for text in texts]
    for weight in weights:
        weight[:PROMPT], weight[PROMPT] = 0.0, 1.0
    inputs = trl.collator(
        [
            {
                "input_ids": text.tolist(),
                "labels": text.masked_fill(weight == 0, -100).tolist(),
            }
            for text, weight in zip(texts, weights, strict=True)
        ]
    )
    stand_in = trainer_stand_in(
        compute_loss_func=None,
        label_smoother=None,
        args=SimpleNamespace(loss_type="nll", average_tokens_across_devices=False),
    )
    theirs = trl.sft_loss(stand_in, model, inputs, num_items_in_batch=torch.cat(weights).sum())
    log_p = [
        model(text[None]).logits[0, :-1].log_softmax(dim=-1).gather(1, text[1:, None])[:, 0]
        for text in texts
    ]
    counted = torch.cat([weight[1:] for weight in weights])
    ours = objective.supervised(torch.cat(log_p), counted, counted.sum().item())
    assert_same(ours, theirs, model.model.layers[0].mlp.down_proj.weight)


# What must not change


def forward_kl(student: Tensor, base: Tensor, k: int) -> Tensor:
    base_log_p, ids = base.log_softmax(dim=-1).topk(k)
    return objective.forward_kl(student.log_softmax(dim=-1).gather(1, ids), base_log_p)


LOGITS = {"seed": SEEDS, "rows": st.integers(1, 6), "scale": st.floats(0.1, 6.0)}


@CASES
@given(**LOGITS)
def test_forward_kl_is_that_of_gkd(trl: Trl, seed: int, rows: int, scale: float) -> None:
    base = noise(seed, rows, VOCABULARY, scale=scale)
    student = (base + noise(seed + 1, rows, VOCABULARY)).requires_grad_()
    theirs = trl.jsd(student[None], base[None], beta=0, reduction="sum")
    assert_same(forward_kl(student, base, VOCABULARY).sum(), theirs, student)


@CASES
@given(**LOGITS)
def test_forward_kl_is_that_of_distillation(trl: Trl, seed: int, rows: int, scale: float) -> None:
    """From hidden states on, through TRL's head, which never holds all logits at a time."""
    weight = noise(seed, VOCABULARY, 16, scale=scale / 4)
    base = noise(seed + 1, rows, 16)
    student = (base + noise(seed + 2, rows, 16, scale=0.3)).requires_grad_()
    theirs, _, counted = trl.chunked_divergence(
        student[None], base[None], weight, weight, torch.ones(1, rows), beta=0.0
    )
    assert counted == rows
    ours = forward_kl(student @ weight.T, base @ weight.T, VOCABULARY)
    assert_same(ours.mean(), theirs, student)


@CASES
@given(**LOGITS, k=st.integers(1, VOCABULARY - 1))
def test_a_tail_in_one_bucket_is_at_most_the_whole_kl(
    trl: Trl, seed: int, rows: int, scale: float, k: int
) -> None:
    base = noise(seed, rows, VOCABULARY, scale=scale)
    student = base + noise(seed + 1, rows, VOCABULARY)
    whole = trl.jsd(student[None], base[None], beta=0, reduction="none")[0].sum(dim=-1)
    assert (forward_kl(student, base, k) <= whole + 1e-5).all()


@CASES
@given(**LOGITS)
def test_it_is_forward_and_not_reverse(trl: Trl, seed: int, rows: int, scale: float) -> None:
    """With base and student exchanged, ours is what TRL calls reverse (beta 1)."""
    base = noise(seed, rows, VOCABULARY, scale=scale)
    student = base + noise(seed + 1, rows, VOCABULARY)
    theirs = trl.jsd(student[None], base[None], beta=1, reduction="sum")
    ours = forward_kl(base, student, VOCABULARY).sum()
    torch.testing.assert_close(ours, theirs, rtol=1e-5, atol=1e-5)
