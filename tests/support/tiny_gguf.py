"""Tiny GGUF models with random weights: real files that llama.cpp loads and talks with.

The vocabulary is byte-level BPE (any text can be tokenized) with a few hundred merges and the
ChatML markers. Same arguments, same bytes.
"""

from __future__ import annotations

import ctypes
from collections.abc import Mapping
from pathlib import Path

import gguf
import llama_cpp
import numpy as np

CHAT_TEMPLATE = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n"
    "{{ message['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
SPECIAL = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")
WORDS = (
    "the and you for that with have this are from your not but all can will one about there what "
    "out get like time just know people year good some could them see other than then now look "
    "only come its over think also back after use two how our work first well way even new want "
    "because any these give day most thanks dear hello regards meeting please system user "
    "assistant write reply mail"
)
HEADS, KV_HEADS = 4, 2
WINDOW = 16
"""Places that gemma3's windowed layers look back at."""
ARCHITECTURES = ("llama", "qwen2", "qwen3", "gemma3")


def write_tiny(
    path: Path,
    arch: str = "llama",
    quant: str = "F32",
    *,
    layers: int = 4,
    hidden: int = 256,
    feed_forward: int = 512,
    chat_template: bool = True,
    tied: bool = False,
    rope_factors: bool = False,
    metadata: Mapping[str, str | int | float] | None = None,
    seed: int = 0,
) -> Path:
    """Write a model of `arch` (one of `ARCHITECTURES`) and return `path`.

    `quant` is F32 or the name of a llama.cpp file type without its prefix (Q8_0, Q4_K_M, ...;
    K-quants need `hidden` and `feed_forward` in multiples of 256). `tied` leaves the output head
    to the embeddings, `rope_factors` adds Llama 3's tensor of frequency factors, `metadata` adds
    or replaces keys (the architecture's prefix is put before those that start with a dot).
    """
    plain = path if quant == "F32" else path.with_suffix(".f32")
    writer = gguf.GGUFWriter(plain, arch)
    keys = _hyperparameters(layers, hidden, feed_forward) | _tokenizer(chat_template)
    keys |= _windows() if arch == "gemma3" else {}
    for key, value in {**keys, **dict(metadata or {})}.items():
        _add(writer, arch + key if key.startswith(".") else key, value)
    for name, tensor in _weights(arch, layers, hidden, feed_forward, seed).items():
        if not (tied and name == "output.weight"):
            writer.add_tensor(name, tensor)
    if rope_factors:
        writer.add_tensor("rope_freqs.weight", _rope_factors(hidden // HEADS))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    if plain != path:
        _quantize(plain, path, quant)
        plain.unlink()
    return path


def vocabulary() -> tuple[list[str], list[str]]:
    """Tokens (bytes, merges, markers) and merges, in GPT-2's byte alphabet."""
    alphabet = _byte_alphabet()
    tokens = list(SPECIAL) + alphabet
    merges: list[str] = []
    for word in WORDS.split():
        for spelled in (word, "Ġ" + word):
            for cut in range(1, len(spelled)):
                merge = f"{spelled[:cut]} {spelled[cut]}"
                if merge not in merges:
                    merges.append(merge)
                    tokens.append(spelled[: cut + 1])
    return tokens, merges


def _byte_alphabet() -> list[str]:
    """GPT-2's printable stand-ins for the 256 bytes."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    hidden = [byte for byte in range(256) if byte not in printable]
    stand_ins = {byte: chr(byte) for byte in printable}
    stand_ins |= {byte: chr(256 + place) for place, byte in enumerate(hidden)}
    return [stand_ins[byte] for byte in range(256)]


def _tokenizer(chat_template: bool) -> dict[str, object]:
    tokens, merges = vocabulary()
    control, normal = int(gguf.TokenType.CONTROL), int(gguf.TokenType.NORMAL)
    keys: dict[str, object] = {
        "tokenizer.ggml.model": "gpt2",
        "tokenizer.ggml.pre": "gpt-2",
        "tokenizer.ggml.tokens": tokens,
        "tokenizer.ggml.token_type": [control if t in SPECIAL else normal for t in tokens],
        "tokenizer.ggml.merges": merges,
        "tokenizer.ggml.bos_token_id": 1,
        "tokenizer.ggml.eos_token_id": 2,
        "tokenizer.ggml.add_bos_token": False,
    }
    if chat_template:
        keys["tokenizer.chat_template"] = CHAT_TEMPLATE
    return keys


def _hyperparameters(layers: int, hidden: int, feed_forward: int) -> dict[str, object]:
    return {
        "general.name": "Tiny",
        ".block_count": layers,
        ".context_length": 512,
        ".embedding_length": hidden,
        ".feed_forward_length": feed_forward,
        ".attention.head_count": HEADS,
        ".attention.head_count_kv": KV_HEADS,
        ".attention.layer_norm_rms_epsilon": 1e-5,
        ".rope.freq_base": 10000.0,
        ".rope.dimension_count": hidden // HEADS,
        ".vocab_size": len(vocabulary()[0]),
    }


def _windows() -> dict[str, object]:
    return {".attention.sliding_window": WINDOW, ".attention.sliding_window_pattern": 2}


def _add(writer: gguf.GGUFWriter, key: str, value: object) -> None:
    if isinstance(value, bool):
        writer.add_bool(key, value)
    elif isinstance(value, int):
        writer.add_uint32(key, value)
    elif isinstance(value, float):
        writer.add_float32(key, value)
    elif isinstance(value, str):
        writer.add_string(key, value)
    else:
        writer.add_array(key, value)


def _weights(
    arch: str, layers: int, hidden: int, feed_forward: int, seed: int
) -> dict[str, np.ndarray]:
    random = np.random.default_rng(seed)
    head_dim = hidden // HEADS
    queries, keys = HEADS * head_dim, KV_HEADS * head_dim

    def matrix(rows: int, columns: int) -> np.ndarray:
        scaled: np.ndarray = random.standard_normal((rows, columns)) / np.sqrt(columns)
        return scaled.astype(np.float32)

    def around(middle: float, length: int) -> np.ndarray:
        return (middle + 0.1 * random.standard_normal(length)).astype(np.float32)

    vocab = len(vocabulary()[0])
    tensors = {
        "token_embd.weight": matrix(vocab, hidden),
        "output_norm.weight": around(1.0, hidden),
        "output.weight": 2 * matrix(vocab, hidden),
    }
    for layer in range(layers):
        parts = {
            "attn_norm.weight": around(1.0, hidden),
            "attn_q.weight": matrix(queries, hidden),
            "attn_k.weight": matrix(keys, hidden),
            "attn_v.weight": matrix(keys, hidden),
            "attn_output.weight": matrix(hidden, queries),
            "ffn_norm.weight": around(1.0, hidden),
            "ffn_gate.weight": matrix(feed_forward, hidden),
            "ffn_up.weight": matrix(feed_forward, hidden),
            "ffn_down.weight": matrix(hidden, feed_forward),
        }
        if arch == "qwen2":
            widths = {"attn_q.bias": queries, "attn_k.bias": keys, "attn_v.bias": keys}
            parts |= {name: around(0.0, width) for name, width in widths.items()}
        if arch in ("qwen3", "gemma3"):
            norms = ("attn_q_norm.weight", "attn_k_norm.weight")
            parts |= {name: around(1.0, head_dim) for name in norms}
        if arch == "gemma3":
            norms = ("post_attention_norm.weight", "post_ffw_norm.weight")
            parts |= {name: around(1.0, hidden) for name in norms}
        tensors |= {f"blk.{layer}.{name}": tensor for name, tensor in parts.items()}
    return tensors


def _rope_factors(head_dim: int) -> np.ndarray:
    """Strong enough that ignoring them shows: from 1 (fast pairs) to 8 (slow pairs)."""
    return np.linspace(1.0, 8.0, head_dim // 2, dtype=np.float32)


def _quantize(source: Path, target: Path, quant: str) -> None:
    params = llama_cpp.llama_model_quantize_default_params()
    names = (f"LLAMA_FTYPE_MOSTLY_{quant}", f"LLAMA_FTYPE_ALL_{quant}")
    params.ftype = next(getattr(llama_cpp, name) for name in names if hasattr(llama_cpp, name))
    params.nthread = 1
    status = llama_cpp.llama_model_quantize(
        str(source).encode(), str(target).encode(), ctypes.byref(params)
    )
    if status != 0:
        raise RuntimeError(f"llama.cpp did not quantize to {quant}")
