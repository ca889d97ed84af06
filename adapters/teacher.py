"""What the frozen base has to say about each replay text, computed once per base and replay set.

For every text: the hidden states that enter the first trained layer (the layers below never
change), and the base's likeliest next tokens where the base wrote. Nothing in the cache is about
the user. Each of them is computed alone, so a text's lesson does not depend on the others, and a
lesson read from the cache is bit for bit the one that was computed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save_file
from torch import Tensor

from adapters.errors import LearnerError
from adapters.leftovers import draft_of
from adapters.packing import pack
from adapters.phrases import phrase
from adapters.recipe import Recipe
from adapters.torch_base import TorchBase

if TYPE_CHECKING:
    from adapters.examples import Example, Tokens
    from adapters.replay import ReplayText
    from adapters.scorer import Scorer

FORMAT = 4
TOGETHER = 8
"""Texts that go through the base at once: a third less time than one by one on two cores."""
_LOGITS = 256
"""Places whose logits are held at once: many enough for a fast product, few enough for memory."""
_PARTS = ("hidden", "out", "log_z", "top_ids", "top_log_p")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A text, and where in it the reply begins."""

    tokens: Tokens
    target_start: int

    @classmethod
    def of(cls, text: Example | ReplayText) -> Spoken:
        return cls(text.tokens, text.target_start)

    @property
    def targets(self) -> Tokens:
        """The reply's tokens."""
        return self.tokens[self.target_start :]

    @property
    def places(self) -> Tensor:
        """[targets]: the places whose next token belongs to the reply."""
        return torch.arange(self.target_start - 1, len(self.tokens) - 1)


@dataclass(frozen=True, slots=True)
class Lesson:
    """hidden [length, width] enters the first trained layer. At each target: out [targets, width]
    enters the output head, log_z [targets] normalises its logits, top_ids and top_log_p
    [targets, k] are the base's likeliest tokens, likeliest first. On the CPU."""

    hidden: Tensor
    out: Tensor
    log_z: Tensor
    top_ids: Tensor
    top_log_p: Tensor


@dataclass(frozen=True, slots=True)
class View:
    """A lesson; log_p [targets] of the text's own tokens; and by how many nats per token the text
    is less likely to the base than what it would write there (cross-entropy less entropy)."""

    lesson: Lesson
    log_p: Tensor
    surprise: float


def teach(
    base: TorchBase,
    replay: Sequence[ReplayText],
    recipe: Recipe,
    *,
    cache_dir: Path,
    base_sha256: str,
    on_step: Callable[[int, int], None],
    checkpoint: Callable[[], None],
) -> dict[str, Lesson]:
    """The lesson of every text by its id, from the cache where it is there.

    `on_step(done, of)` and `checkpoint()` are called between texts; the latter may block, or
    raise to stop. Raises LearnerError when the cache cannot be written.
    """
    path = cache_dir / _cache_name(base, replay, recipe, base_sha256)
    lessons = _read(path, replay)
    if lessons is None:
        lessons = {}
        for done, text in enumerate(replay, start=1):
            checkpoint()
            lessons[text.id] = views_of(base, [Spoken.of(text)], recipe)[0].lesson
            on_step(done, len(replay))
        _write(path, lessons)
    return lessons


@torch.no_grad()
def views_of(
    base: TorchBase, texts: Sequence[Spoken], recipe: Recipe, scorer: Scorer | None = None
) -> list[View]:
    """What the base says about each of some texts, which go through it together, packed. The last
    bits of a view depend on its company."""
    first = recipe.layers(base.n_layers).start
    tokens = [text.tokens for text in texts]
    known = [scorer.hidden(it) if scorer else base.below(it, first) for it in tokens]
    where = pack(tokens, base.device)
    wanted = [where.rows_of(at, text.places) for at, text in enumerate(texts)]
    out = base.above(where.gather(known), where, first, torch.cat(wanted))
    said = _said(base, out, [it for text in texts for it in text.targets], recipe.top_k)
    lengths = [len(text.targets) for text in texts]
    parts = zip(*(torch.split(part.cpu(), lengths) for part in (out, *said)), strict=True)
    return [
        View(Lesson(below.cpu(), *lesson), log_p, surprise.mean().item())
        for below, (*lesson, log_p, surprise) in zip(known, parts, strict=True)
    ]


def _said(base: TorchBase, out: Tensor, targets: Sequence[int], k: int) -> list[Tensor]:
    """Of each place [n]: log_z, the base's k likeliest tokens [n, k] and their log p, log p of the
    text's own token, and by how many nats that is less likely than what the base would write."""
    wanted = torch.tensor(targets, device=base.device)
    # Fresh memory of this size comes from the system each time, and costs half a product.
    room = out.new_empty(2, min(_LOGITS, len(out)), base.vocabulary_size)
    parts = []
    for states, own in zip(*(torch.split(it, _LOGITS) for it in (out, wanted)), strict=True):
        scores, p = room[:, : len(states)]
        base.logits(states, out=scores)
        torch.softmax(scores, dim=-1, out=p)
        top, ids = torch.topk(scores, k, dim=-1)
        log_z = top[:, 0] - p.gather(1, ids[:, :1])[:, 0].log()
        log_own = scores.gather(1, own[:, None])[:, 0]
        expected = p.mul_(scores).sum(dim=-1)
        said = top - log_z[:, None], log_own - log_z, expected - log_own
        parts.append((log_z, ids.to(torch.int32), *said))
    return [torch.cat(part) for part in zip(*parts, strict=True)]


def _cache_name(
    base: TorchBase, replay: Sequence[ReplayText], recipe: Recipe, base_sha256: str
) -> str:
    """Everything that a lesson's bits depend on; threads and device change the last bits."""
    facts = [
        FORMAT,
        recipe.layers(base.n_layers).start,
        recipe.top_k,
        torch.__version__,
        torch.get_num_threads(),
        base.device_name,
        base.precision,
        [[text.id, text.target_start, *text.tokens] for text in replay],
    ]
    digest = hashlib.sha256(json.dumps(facts).encode()).hexdigest()
    return f"teacher-{base_sha256[:16]}-{digest[:16]}.safetensors"


def _read(path: Path, replay: Sequence[ReplayText]) -> dict[str, Lesson] | None:
    """None when there is no such file, or a damaged one: it will be written anew."""
    if not path.is_file():
        return None
    try:
        stored = load_file(path)
        return {text.id: _stored_lesson(stored, text) for text in replay}
    except (SafetensorError, OSError, KeyError, ValueError):
        return None


def _stored_lesson(stored: dict[str, Tensor], text: ReplayText) -> Lesson:
    # Copies: kernels may round differently for memory that is aligned differently.
    lesson = Lesson(*(stored[f"{text.id}.{part}"].clone() for part in _PARTS))
    targets = len(text.tokens) - text.target_start
    if lesson.hidden.shape[0] != len(text.tokens) or lesson.top_ids.shape[0] != targets:
        raise ValueError("the file holds other texts than its name says")
    return lesson


def _write(path: Path, lessons: dict[str, Lesson]) -> None:
    tensors = {
        f"{id_}.{part}": getattr(lesson, part).contiguous()
        for id_, lesson in lessons.items()
        for part in _PARTS
    }
    try:
        with draft_of(path) as draft:
            save_file(tensors, draft)
    except (OSError, SafetensorError) as fault:
        raise LearnerError(
            phrase("The night cannot write its cache"),
            phrase(
                "Writing to {folder} failed ({kind}).",
                folder=path.parent,
                kind=type(fault).__name__,
            ),
            phrase("Make room on that disk or allow writing there; nothing else is affected."),
        ) from fault
