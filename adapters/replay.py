"""Text that the base itself wrote: what the student is held to while it learns one person.

The base answers general prompts of our own writing, once per base file; a student whose
distribution stays close to the base's on these answers has forgotten little (RL's Razor,
arXiv 2509.04259). Some prompts are prose that it continues without chat markup: answers alone let
perplexity on ordinary text rise (+1.4 % where the gate allows 1 %). The same function writes the
unseen texts on which the gate measures that.

The cache holds token ids of answers to published prompts, under names made of hashes: nothing in
it is about the user. It is rewritten atomically after every answer, so that a night killed at any
instruction resumes after the last one, and each answer starts from an empty context and its own
seed, so that a resumed set is the same as one written in one go.
"""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from adapters.errors import LearnerError
from adapters.leftovers import draft_of
from adapters.phrases import phrase
from adapters.runtime import Base, Sampling
from adapters.writing import write

FORMAT = 1
MAX_TOKENS = 48
TEMPERATURE = 0.8
PROSE = "~ "
"""Begins a line of prose that the base continues instead of answering."""


@dataclass(frozen=True, slots=True)
class ReplayText:
    """One prompt with the base's answer. `tokens[target_start:]` is what the base wrote,
    with the end token if it came to its own end within the limit. `prose`: continued, without a
    question and without chat markup."""

    id: str
    tokens: tuple[int, ...]
    target_start: int
    prose: bool = False


def read_prompts(path: Path) -> tuple[str, ...]:
    """The prompts of a file: one a line, blank lines and lines that begin with # left out.

    Raises LearnerError when the file is missing, unreadable or holds no prompt.
    """
    try:
        lines = path.read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as fault:
        raise _broken_install(
            phrase("The list of prompts {file} cannot be read.", file=path.name)
        ) from fault
    prompts = tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))
    if not prompts:
        raise _broken_install(
            phrase("The list of prompts {file} holds no prompts.", file=path.name)
        )
    return prompts


def write_replay(
    base: Base,
    prompts: Sequence[str],
    system: str,
    *,
    cache_dir: Path,
    base_sha256: str,
    on_step: Callable[[int, int], None],
    checkpoint: Callable[[], None],
    max_tokens: int = MAX_TOKENS,
) -> list[ReplayText]:
    """The base's answers to `prompts`, from the cache where it has them, in the order given.

    `base` must not be generating; any adapter on it is detached. `on_step(done, of)` is called
    after each answer, `checkpoint()` before each token: it may block, or raise to stop (what is
    written so far stays in the cache). Answers are sampled, seeded by the
    prompt alone.
    """
    path = cache_dir / _cache_name(prompts, system, base_sha256, max_tokens)
    answers = _read_cache(path, base.info.n_vocab)
    texts = []
    for done, prompt in enumerate(prompts, start=1):
        key = prompt_id(prompt)
        opening = _opening(base, prompt, system)
        if key not in answers:
            base.attach(None)  # also empties the context: no answer may depend on the one before
            written = write(base, opening, answer_sampling(prompt, max_tokens), checkpoint)
            answers[key] = list(written.tokens)
            write_cache(path, answers)
        tokens = (*opening, *answers[key])
        texts.append(ReplayText(key, tokens, len(opening), prompt.startswith(PROSE)))
        on_step(done, len(prompts))
    return texts


def prompt_id(prompt: str) -> str:
    """16 hex digits that stand for a prompt."""
    return hashlib.sha256(prompt.encode()).hexdigest()[:16]


def answer_sampling(prompt: str, max_tokens: int = MAX_TOKENS) -> Sampling:
    """How the answer to `prompt` is drawn, with a seed that depends on the prompt alone."""
    digest = hashlib.sha256(b"seed" + prompt.encode()).digest()
    seed = int.from_bytes(digest[:4], "big") >> 1
    return Sampling(temperature=TEMPERATURE, seed=seed, max_tokens=max_tokens)


def _opening(base: Base, prompt: str, system: str) -> list[int]:
    """A prompt as it would be served; prose that is to be continued stands alone."""
    if prompt.startswith(PROSE):
        return base.plain_tokens(prompt.removeprefix(PROSE))
    return base.prompt_tokens(turns_of(system, prompt))


def turns_of(system: str, prompt: str) -> list[dict[str, str]]:
    """A question as it is asked; an empty system prompt is left out."""
    opening = [{"role": "system", "content": system}] if system else []
    return [*opening, {"role": "user", "content": prompt}]


def _cache_name(prompts: Sequence[str], system: str, base_sha256: str, max_tokens: int) -> str:
    recipe = json.dumps([FORMAT, list(prompts), system, max_tokens, TEMPERATURE])
    return f"replay-{base_sha256[:16]}-{hashlib.sha256(recipe.encode()).hexdigest()[:16]}.json"


def _read_cache(path: Path, n_vocab: int) -> dict[str, list[int]]:
    """What the cache holds; a missing or damaged one is empty and will be written anew."""
    try:
        cached = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    if not isinstance(cached, dict):
        return {}
    return {key: tokens for key, tokens in cached.items() if _are_tokens(tokens, n_vocab)}


def _are_tokens(tokens: object, n_vocab: int) -> bool:
    return isinstance(tokens, list) and all(
        isinstance(token, int) and 0 <= token < n_vocab for token in tokens
    )


def write_cache(path: Path, content: Mapping[str, Any]) -> None:
    """Replace the JSON file at `path` in one step. Raises LearnerError when the disk refuses."""
    try:
        with draft_of(path) as draft:
            draft.write_text(json.dumps(content, separators=(",", ":")), encoding="utf-8")
    except OSError as fault:
        raise LearnerError(
            phrase("The night cannot write its cache"),
            phrase(
                "Writing to {folder} failed: {reason}.",
                folder=path.parent,
                reason=os.strerror(fault.errno or 0),
            ),
            phrase(
                "Make room on that disk or allow writing there; the night will go on from here."
            ),
        ) from fault


def _broken_install(sentence: str) -> LearnerError:
    return LearnerError(
        phrase("A file of Reverie is damaged"),
        sentence,
        phrase("Install Reverie again; your data is not touched."),
    )
