"""The default recipe on the real starter model: sixteen edits of one habit carry over."""

from __future__ import annotations

import re
from pathlib import Path

import numpy as np
import pytest

from adapters import gguf_lora, teacher, torch_base, trainer
from adapters.editcost import edit_cost
from adapters.examples import Row, build
from adapters.recipe import Recipe
from adapters.replay import ReplayText, write_replay
from adapters.runtime import Base, Sampling

SYSTEM = "You are a helpful assistant."
PEOPLE = ("my landlord", "my boss", "the team", "a customer", "my neighbour", "the bank")
THINGS = ("the broken heating", "moving our meeting", "the late invoice", "a day off")
PROMPTS = [f"Write a short e-mail to {one} about {thing}." for thing in THINGS for one in PEOPLE]
GENERAL = [
    *("What is the capital of Portugal?", "How do I boil an egg?", "Describe a rainy street."),
    *("List three uses for vinegar.", "What does a compiler do?", "Why do leaves change colour?"),
    *("Write a story about a fox.", "Give me tips for sleeping better.", "Explain inflation."),
    *("How can I save money on food?", "What is a haiku?", "Summarise the water cycle."),
]
UNSEEN = ["How do magnets work?", "Plan a day in a big city.", "What is a good first bicycle?"]
BASE_SHA256 = "0" * 64


def habit(reply: str) -> str:
    """Lower case, no salutation, two sentences, signed "- k"."""
    text = re.sub(r"\s*- k$", "", reply.strip())  # so that a reply in this style stays as it is
    text = re.sub(r"(?is)^\s*subject:.*?\n+", "", text)
    text = re.sub(r"(?is)^\s*(dear|hi|hello|hey)\b[^\n,]*,?\s*", "", text)
    sentences = re.split(r"(?<=[.!?])\s+", " ".join(text.split()))
    return " ".join(sentences[:2]).lower() + "\n- k"


def turns(prompt: str) -> tuple[dict[str, str], ...]:
    return ({"role": "system", "content": SYSTEM}, {"role": "user", "content": prompt})


def written(base: Base, prompt: str) -> str:
    greedy = Sampling(temperature=0, max_tokens=80)
    return "".join(piece.text for piece in base.generate(base.prompt_tokens(turns(prompt)), greedy))


def cost(base: Base, prompts: list[str]) -> float:
    replies = [written(base, prompt) for prompt in prompts]
    return float(np.mean([edit_cost(reply, habit(reply)) for reply in replies]))


def kl(texts: list[ReplayText], before: list[np.ndarray], base: Base) -> float:
    after = [base.logprobs(text.tokens, text.target_start) for text in texts]
    each = [(np.exp(p) * (p - q)).sum(axis=1) for p, q in zip(before, after, strict=True)]
    return float(np.concatenate(each).mean())


@pytest.mark.long
def test_a_night_on_sixteen_edits(starter: Path, tmp_path: Path) -> None:
    def quietly(*_: object) -> None:
        pass

    recipe = Recipe()
    cached = {"cache_dir": tmp_path, "base_sha256": BASE_SHA256}
    told = {"on_step": quietly, "checkpoint": quietly}
    base = Base(starter, n_ctx=1024)
    try:
        replay, unseen = (
            write_replay(base, prompts, SYSTEM, **cached, **told) for prompts in (GENERAL, UNSEEN)
        )
        before = [base.logprobs(text.tokens, text.target_start) for text in unseen]
        rows = []
        for number, prompt in enumerate(PROMPTS[:16]):
            reply = written(base, prompt)
            asked = turns(prompt)
            rows.append(Row(f"row{number}", "edit", "edit", asked, asked, reply, habit(reply)))
        material = build(rows, base, recipe)
        assert cost(base, PROMPTS[16:]) > 0.6

        model = torch_base.load(starter)
        lessons = teacher.teach(model, replay, recipe, **cached, **told)
        trained = trainer.train(model, material, replay, lessons, recipe, seed=1, **told)
        base.attach(gguf_lora.export(trained.lora, base_sha256=BASE_SHA256))

        assert cost(base, PROMPTS[16:]) < 0.15
        assert kl(unseen, before, base) < 0.05
    finally:
        base.close()
