"""What the learner must know of a base GGUF: its family, its shape, and where a LoRA may sit.

Light on purpose (no torch): the exporter and the benches use it too.
Key names: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

import gguf

from adapters.errors import LearnerError
from adapters.gguf_header import read_header
from adapters.phrases import phrase

ROTATED = ("llama",)
"""Families whose q and k rows the converter to GGUF reorders, from halves of a head (i, i + d/2)
to neighbours (2i, 2i + 1), because llama.cpp rotates neighbouring pairs for them."""

FAMILIES = ("llama", "qwen2", "qwen3", "gemma3")
"""Families that the tests have compared with llama.cpp, logit by logit."""

MODULES = {
    "q": "attn_q",
    "k": "attn_k",
    "v": "attn_v",
    "o": "attn_output",
    "gate": "ffn_gate",
    "up": "ffn_up",
    "down": "ffn_down",
}
"""The linear maps of a layer that a LoRA may change, with their names in GGUF."""

WINDOWED = ("gemma3",)
"""Families whose layers may look back no further than a window, all but every few."""
_NEAR_ROPE_BASE = 10000.0
_WINDOW_PERIOD = 6
"""What llama.cpp takes for a windowed family where the file does not say."""
_GEMMA_27B = 62
"""Layers by which llama.cpp knows the one Gemma 3 whose attention is scaled in another way."""

_FOREIGN_KEYS = (
    "attention.scale",
    "attn_logit_softcapping",
    "embedding_scale",
    "expert_count",
    "final_logit_softcapping",
    "logit_scale",
    "residual_scale",
)
"""Variations that llama.cpp computes and our torch model does not."""


@dataclass(frozen=True, slots=True)
class Windows:
    """Attention that looks back at `length` places, itself included, with a rotary base of its own;
    every `period`-th layer looks back at all of them."""

    length: int
    period: int
    rope_base: float


@dataclass(frozen=True, slots=True)
class Geometry:
    """The shape of a base. Widths in numbers, `rope_divisor` divides every rotary frequency (but
    not those of windowed layers)."""

    architecture: str
    n_layers: int
    hidden: int
    feed_forward: int
    heads: int
    kv_heads: int
    head_dim: int
    n_ctx_train: int
    rope_base: float
    rope_divisor: float
    norm_epsilon: float
    windows: Windows | None = None

    def window(self, layer: int) -> int | None:
        """How many places a layer looks back at; None: all of them."""
        if self.windows is None or (layer + 1) % self.windows.period == 0:
            return None
        return self.windows.length

    def shape(self, module: str) -> tuple[int, int]:
        """(rows, columns) of a module's weight, that is (out, in)."""
        queries, keys = self.heads * self.head_dim, self.kv_heads * self.head_dim
        return {
            "q": (queries, self.hidden),
            "k": (keys, self.hidden),
            "v": (keys, self.hidden),
            "o": (self.hidden, queries),
            "gate": (self.feed_forward, self.hidden),
            "up": (self.feed_forward, self.hidden),
            "down": (self.hidden, self.feed_forward),
        }[module]

    def rotated_heads(self, module: str) -> int | None:
        """The number of heads whose rows GGUF reorders in this module; None where it does not."""
        if self.architecture not in ROTATED:
            return None
        return {"q": self.heads, "k": self.kv_heads}.get(module)


def open_base(path: Path) -> tuple[gguf.GGUFReader, Geometry]:
    """Read the base at `path`; tensors stay mapped from the file.

    Raises LearnerError: missing, foreign or damaged file, a family or a variation of one that
    cannot be trained yet.
    """
    header = read_header(path)
    if header.architecture not in FAMILIES:
        raise LearnerError(
            phrase("This model cannot learn yet"),
            phrase(
                "Models of the family {family} can chat, but not be trained.",
                family=header.architecture,
            ),
            phrase(
                "Choose a model of one of these families: {families}.", families=", ".join(FAMILIES)
            ),
        )
    try:
        reader = gguf.GGUFReader(path)
    except (ValueError, KeyError, IndexError) as fault:
        raise LearnerError(
            phrase("Model file is damaged"),
            phrase("The table of tensors of {file} cannot be read.", file=path.name),
            phrase("Download the file again and compare its SHA-256 with the publisher's."),
        ) from fault
    return reader, _geometry(_Fields(reader, header.architecture))


class _Fields:
    """Metadata of one architecture, by the names that follow its prefix."""

    def __init__(self, reader: gguf.GGUFReader, architecture: str) -> None:
        self.reader = reader
        self.architecture = architecture

    def get(self, key: str, default: Any = None) -> Any:
        field = self.reader.get_field(f"{self.architecture}.{key}")
        return default if field is None else field.contents()

    def number(self, key: str, default: float | None = None) -> Any:
        value = self.get(key, default)
        if isinstance(value, list) and len(set(value)) == 1:
            value = value[0]
        if not isinstance(value, int | float):
            why = phrase("its {key} is missing or differs by layer", key=key)
            raise unsupported(self.architecture, why)
        return value


def unsupported(architecture: str, why: str) -> LearnerError:
    """The model is of a known family, but of a kind that would be computed wrongly."""
    return LearnerError(
        phrase("This model cannot learn yet"),
        phrase(
            "This {architecture} model can chat, but not be trained: {why}.",
            architecture=architecture,
            why=why,
        ),
        phrase("Choose another conversion or another model of this family."),
    )


def _geometry(fields: _Fields) -> Geometry:
    for key in _FOREIGN_KEYS:
        if fields.get(key):
            raise unsupported(fields.architecture, phrase("it uses {key}", key=key))
    if fields.architecture == "gemma3" and fields.get("block_count") == _GEMMA_27B:
        raise unsupported(fields.architecture, phrase("it uses {key}", key="attention.scale"))
    hidden = int(fields.number("embedding_length"))
    heads = int(fields.number("attention.head_count"))
    head_dim = int(fields.number("attention.key_length", hidden // heads))
    for key in ("attention.value_length", "rope.dimension_count"):
        if fields.number(key, head_dim) != head_dim:
            why = phrase("its {key} is not the width of a head", key=key)
            raise unsupported(fields.architecture, why)
    return Geometry(
        architecture=fields.architecture,
        n_layers=int(fields.number("block_count")),
        hidden=hidden,
        feed_forward=int(fields.number("feed_forward_length")),
        heads=heads,
        kv_heads=int(fields.number("attention.head_count_kv", heads)),
        head_dim=head_dim,
        n_ctx_train=int(fields.number("context_length")),
        rope_base=float(fields.number("rope.freq_base", 10000.0)),
        rope_divisor=_rope_divisor(fields),
        norm_epsilon=float(fields.number("attention.layer_norm_rms_epsilon")),
        windows=_windows(fields),
    )


def _windows(fields: _Fields) -> Windows | None:
    length = int(fields.number("attention.sliding_window", 0))
    if not length:
        return None
    if fields.architecture not in WINDOWED:
        key = "attention.sliding_window"
        raise unsupported(fields.architecture, phrase("it uses {key}", key=key))
    period = fields.get("attention.sliding_window_pattern", _WINDOW_PERIOD)
    if isinstance(period, bool) or not isinstance(period, int) or period < 1:
        why = phrase("its {key} is missing or differs by layer", key="sliding_window_pattern")
        raise unsupported(fields.architecture, why)
    return Windows(
        length=length,
        period=period,
        rope_base=float(fields.number("rope.freq_base_swa", _NEAR_ROPE_BASE)),
    )


def _rope_divisor(fields: _Fields) -> float:
    """Linear position scaling; llama.cpp takes the kind as linear when only a factor is given."""
    kind = fields.get("rope.scaling.type", "linear")
    if kind == "none":
        return 1.0
    if kind != "linear":
        raise unsupported(fields.architecture, phrase("it scales positions by {kind}", kind=kind))
    factor = fields.number("rope.scaling.factor", fields.number("rope.scale_linear", 1.0))
    return float(factor) or 1.0
