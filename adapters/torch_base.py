"""A base GGUF as a torch model: the very weights that will be served, dequantized.

The tensors are read with `gguf` and put into the model class of transformers by hand. That takes
a few seconds on the starter; transformers' own GGUF loader took 14 s (facts measured on 5.23),
builds a tokenizer that we do not use, and returns a model flagged as quantized, which trainers
refuse. Every tensor of the file must find its place and every weight of the model its tensor:
anything else is refused, because a model that is nearly right would train a wrong adapter.
"""

from __future__ import annotations

import math
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import gguf
import numpy as np
import psutil
import torch
from torch import Tensor, nn

from adapters import attention, device
from adapters.errors import LearnerError
from adapters.frozen import halve, halves_pay
from adapters.gguf_base import WINDOWED, Geometry, open_base, unsupported
from adapters.packing import Pack, pack, run_layer
from adapters.phrases import phrase

_GLOBAL_NAMES = {
    "token_embd": "model.embed_tokens",
    "output_norm": "model.norm",
    "output": "lm_head",
}
_LAYER_NAMES = {
    "attn_norm": "input_layernorm",
    "attn_q": "self_attn.q_proj",
    "attn_k": "self_attn.k_proj",
    "attn_v": "self_attn.v_proj",
    "attn_output": "self_attn.o_proj",
    "attn_q_norm": "self_attn.q_norm",
    "attn_k_norm": "self_attn.k_norm",
    "ffn_norm": "post_attention_layernorm",
    "ffn_gate": "mlp.gate_proj",
    "ffn_up": "mlp.up_proj",
    "ffn_down": "mlp.down_proj",
}
_GEMMA_NAMES = {
    "post_attention_norm": "post_attention_layernorm",
    "ffn_norm": "pre_feedforward_layernorm",
    "post_ffw_norm": "post_feedforward_layernorm",
}
"""Where that family has other names, or parts that the others have not."""
_LAYER_TENSOR = re.compile(r"blk\.(\d+)\.(\w+)\.(weight|bias)")
_ROPE_FACTORS = "rope_freqs.weight"
_KINDS = ("full_attention", "sliding_attention")
"""Layers that look back at everything, and at a window, as transformers calls them."""


@dataclass(frozen=True, slots=True)
class TorchBase:
    """A frozen base, split at any layer so that what never changes is computed once.

    `precision` is that of the layers' products: fp32 or bf16.
    """

    model: Any
    geometry: Geometry
    parameters: int
    device: torch.device
    precision: str

    @property
    def architecture(self) -> str:
        return self.geometry.architecture

    @property
    def device_name(self) -> str:
        """The card's model, or "cpu"."""
        return device.name(self.device)

    @property
    def n_layers(self) -> int:
        return self.geometry.n_layers

    @torch.no_grad()
    def below(self, tokens: Sequence[int], layer: int) -> Tensor:
        """Hidden states [len(tokens), hidden] of one text as they enter layer number `layer`."""
        ids = torch.tensor(list(tokens), device=self.device)
        embedded: Tensor = self.model.model.embed_tokens(ids)
        if layer == 0:
            return embedded
        return self._layers(embedded, pack([tokens], self.device), slice(0, layer))

    def above(self, hidden: Tensor, where: Pack, layer: int, only: Tensor | None = None) -> Tensor:
        """From what enters layer number `layer` to what enters the output head: packed rows
        [rows, hidden] -> the same, or only the rows numbered in `only` [n], in that order."""
        out = self._layers(hidden, where, slice(layer, None), only)
        normed: Tensor = self.model.model.norm(out)
        return normed

    def logits(self, hidden: Tensor, out: Tensor | None = None) -> Tensor:
        """Output head, [n, hidden] -> [n, vocabulary], into `out` where that is given; costly, so
        only where it is scored."""
        return torch.mm(hidden, self.head_weight.T, out=out)

    @property
    def head_weight(self) -> Tensor:
        """[vocabulary, hidden], float32."""
        weight: Tensor = self.model.lm_head.weight
        return weight

    @property
    def vocabulary_size(self) -> int:
        return self.head_weight.shape[0]

    def _layers(
        self, hidden: Tensor, where: Pack, which: slice, only: Tensor | None = None
    ) -> Tensor:
        attend = attention.half if self.precision == "bf16" else attention.exact
        rotary: dict[int | None, tuple[Tensor, Tensor]] = {}
        for number in range(self.n_layers)[which]:
            window = self.geometry.window(number)
            if window not in rotary:
                rotary[window] = self._rotary(hidden, where, window)
            layer, look = self.model.model.layers[number], partial(attend, window=window)
            last = only if number == self.n_layers - 1 else None
            hidden = run_layer(layer, hidden, rotary[window], where, look, only=last)
        return hidden

    def _rotary(self, hidden: Tensor, where: Pack, window: int | None) -> tuple[Tensor, Tensor]:
        """Cosine and sine of every row's angles, [rows, 1, size] each."""
        kind = (_KINDS[window is not None],) if self.architecture in WINDOWED else ()
        cos, sin = self.model.model.rotary_emb(hidden, where.positions[None], *kind)
        return cos[0, :, None], sin[0, :, None]


def load(path: Path, *, threads: int | None = None, exact: bool = False) -> TorchBase:
    """Dequantize the base at `path` for training; on the GPU where there is one with room.

    Layers multiply in bfloat16 where the processor is faster at that, unless `exact`.

    Fixes the number of threads (default: physical cores) and turns on deterministic algorithms
    for the whole process, since the same night must give the same bytes.
    Raises LearnerError: missing, foreign or damaged file, unsupported family, variation or
    quantization, not enough memory.
    """
    be_deterministic(threads)
    reader, geometry = open_base(path)
    parameters = sum(int(tensor.n_elements) for tensor in reader.tensors)
    where = device.choose(path, parameters, _vocabulary(reader, geometry))
    state, rope_factors = _state(reader, geometry)
    model = _moved(_model(geometry, state, rope_factors), where)
    if exact or where.type != "cpu" or not halves_pay():
        return TorchBase(model, geometry, parameters, where, "fp32")
    halve(model.model, geometry.norm_epsilon, _norm_centre(geometry.architecture))
    return TorchBase(model, geometry, parameters, where, "bf16")


def be_deterministic(threads: int | None = None) -> None:
    """Same input, same bytes, in any process of this machine with the same thread count."""
    # Read by cuBLAS when it starts; without it deterministic mode refuses to multiply.
    os.environ.setdefault("CUBLAS_WORKSPACE_CONFIG", ":4096:8")
    torch.set_num_threads(threads or psutil.cpu_count(logical=False) or 1)
    torch.use_deterministic_algorithms(True)
    # That mode also fills fresh memory, which guards against reading it before it is written;
    # no operation here does, and filling costs time at every step.
    torch.utils.deterministic.fill_uninitialized_memory = False  # type: ignore[attr-defined]


def _vocabulary(reader: gguf.GGUFReader, geometry: Geometry) -> int:
    sizes = {tensor.name: int(tensor.n_elements) for tensor in reader.tensors}
    return sizes.get("token_embd.weight", 0) // geometry.hidden


def _moved(model: Any, where: torch.device) -> Any:
    """The model on its device; a tied head stays the same memory there."""
    embedding = model.model.embed_tokens.weight
    tied = embedding.data_ptr() == model.lm_head.weight.data_ptr()
    model.model.to(where)
    if tied:
        shared = model.model.embed_tokens.weight.detach()
        model.lm_head.weight = nn.Parameter(shared, requires_grad=False)
    else:
        model.lm_head.to(where)
    return model


def _state(reader: gguf.GGUFReader, geometry: Geometry) -> tuple[dict[str, Tensor], Tensor | None]:
    """All weights by their names in transformers, and Llama 3's frequency factors if any."""
    state: dict[str, Tensor] = {}
    rope_factors = None
    for tensor in reader.tensors:
        values = _dequantized(tensor)
        if tensor.name == _ROPE_FACTORS:
            rope_factors = values
        else:
            name, module = _place(tensor.name, geometry.architecture)
            if name.endswith("norm.weight"):
                values -= _norm_centre(geometry.architecture)
            state[name] = _in_halves(values, geometry.rotated_heads(module))
    state.setdefault("lm_head.weight", state["model.embed_tokens.weight"])
    return state, rope_factors


def _norm_centre(architecture: str) -> float:
    """What a norm's weight in transformers is added to; the file holds what is multiplied."""
    return 1.0 if architecture == "gemma3" else 0.0


def _dequantized(tensor: gguf.ReaderTensor) -> Tensor:
    try:
        values = gguf.dequantize(tensor.data, tensor.tensor_type)
    except NotImplementedError as fault:  # what gguf raises for a kind that it cannot read back
        raise LearnerError(
            phrase("This quantization cannot be trained"),
            phrase(
                "The model stores weights as {kind}, which cannot be read back.",
                kind=tensor.tensor_type.name,
            ),
            phrase("Choose another file of this model, such as Q4_K_M or Q8_0."),
        ) from fault
    # A copy: F32 tensors are views of the mapped file, which must not outlive the reader.
    return torch.from_numpy(np.array(values, dtype=np.float32, order="C"))


def _place(name: str, architecture: str) -> tuple[str, str]:
    """(name in transformers, our short module name or "") of a GGUF tensor."""
    stem, _, leaf = name.rpartition(".")
    if stem in _GLOBAL_NAMES and leaf == "weight":
        return f"{_GLOBAL_NAMES[stem]}.weight", ""
    names = _LAYER_NAMES | (_GEMMA_NAMES if architecture == "gemma3" else {})
    match = _LAYER_TENSOR.fullmatch(name)
    if match is None or match[2] not in names:
        raise unsupported(architecture, phrase("it has a part named {name}", name=name))
    module = {"attn_q": "q", "attn_k": "k"}.get(match[2], "")
    return f"model.layers.{match[1]}.{names[match[2]]}.{match[3]}", module


def _in_halves(values: Tensor, heads: int | None) -> Tensor:
    """Rows of rotated q and k from GGUF's order (neighbours) back to that of transformers."""
    if heads is None:
        return values
    pairs = values.reshape(heads, values.shape[0] // heads // 2, 2, *values.shape[1:])
    return pairs.transpose(1, 2).reshape(values.shape).contiguous()


def _model(geometry: Geometry, state: dict[str, Tensor], rope_factors: Tensor | None) -> Any:
    config, model_class = _config(geometry, state["model.embed_tokens.weight"].shape[0])
    with torch.device("meta"):
        model = model_class(config)
    _check_fit(model, state, geometry.architecture)
    model.load_state_dict(state, strict=True, assign=True)
    model.model.rotary_emb = _rotary_of(model, config, geometry, rope_factors)
    if geometry.architecture == "gemma3":  # no weight, so that loading the weights leaves it out
        model.model.embed_tokens.embed_scale = torch.tensor(math.sqrt(geometry.hidden))
    return model.requires_grad_(False).eval()


def _rotary_of(model: Any, config: Any, geometry: Geometry, factors: Tensor | None) -> Any:
    rotary = type(model.model.rotary_emb)(config)
    far = f"{_KINDS[False]}_inv_freq" if geometry.architecture in WINDOWED else "inv_freq"
    divisor = geometry.rope_divisor if factors is None else geometry.rope_divisor * factors
    if hasattr(rotary, far):  # where every layer has a window, there are none
        setattr(rotary, far, getattr(rotary, far) / divisor)
    return rotary


def _check_fit(model: nn.Module, state: dict[str, Tensor], architecture: str) -> None:
    wanted = {name: value.shape for name, value in model.state_dict().items()}
    given = {name: value.shape for name, value in state.items()}
    wrong = {name for name in wanted.keys() | given.keys() if wanted.get(name) != given.get(name)}
    if wrong:
        raise unsupported(
            architecture,
            phrase(
                "{count} of its parts do not fit, first {name}",
                count=len(wrong),
                name=min(wrong),
            ),
        )


def _config(geometry: Geometry, n_vocab: int) -> tuple[Any, Any]:
    import transformers as tf  # noqa: PLC0415 - takes seconds, and only loading a base needs it

    config_class, model_class = {
        "llama": (tf.LlamaConfig, tf.LlamaForCausalLM),
        "qwen2": (tf.Qwen2Config, tf.Qwen2ForCausalLM),
        "qwen3": (tf.Qwen3Config, tf.Qwen3ForCausalLM),
        "gemma3": (tf.Gemma3TextConfig, tf.Gemma3ForCausalLM),
    }[geometry.architecture]
    config = config_class(
        vocab_size=n_vocab,
        hidden_size=geometry.hidden,
        intermediate_size=geometry.feed_forward,
        num_hidden_layers=geometry.n_layers,
        num_attention_heads=geometry.heads,
        num_key_value_heads=geometry.kv_heads,
        head_dim=geometry.head_dim,
        max_position_embeddings=geometry.n_ctx_train,
        rms_norm_eps=geometry.norm_epsilon,
        tie_word_embeddings=False,  # a tied head is given the same tensor by hand
        use_cache=False,
        attn_implementation="sdpa",
        **_positions(geometry),
    )
    return config, model_class


def _positions(geometry: Geometry) -> dict[str, Any]:
    """Rotary bases, and which layers look back no further than a window."""
    far = {"rope_type": "default", "rope_theta": geometry.rope_base}
    if geometry.architecture not in WINDOWED:
        return {"rope_parameters": far}
    windows = geometry.windows
    near = far | ({"rope_theta": windows.rope_base} if windows else {})
    return {
        "rope_parameters": dict(zip(_KINDS, (far, near), strict=True)),
        "layer_types": [
            _KINDS[geometry.window(layer) is not None] for layer in range(geometry.n_layers)
        ],
        "sliding_window": windows.length if windows else geometry.n_ctx_train,
    }
