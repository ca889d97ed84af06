"""Reads the head of a GGUF file: what model it is, whether it is whole, what memory it takes.

Much faster than `gguf.GGUFReader` (the vocabulary is stepped over, not built) and safe on damaged
files: every length is checked against the file before it is used.
Format: https://github.com/ggml-org/ggml/blob/master/docs/gguf.md
"""

from __future__ import annotations

import mmap
import struct
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from adapters.errors import LearnerError
from adapters.phrases import phrase

_MAGIC = b"GGUF"
_VERSIONS = (2, 3)
_STRING, _ARRAY = 8, 9
_SCALARS = {
    0: struct.Struct("<B"),
    1: struct.Struct("<b"),
    2: struct.Struct("<H"),
    3: struct.Struct("<h"),
    4: struct.Struct("<I"),
    5: struct.Struct("<i"),
    6: struct.Struct("<f"),
    7: struct.Struct("<?"),
    10: struct.Struct("<Q"),
    11: struct.Struct("<q"),
    12: struct.Struct("<d"),
}
_U32, _U64 = _SCALARS[4], _SCALARS[10]
_KEPT_ARRAY = 1024
"""Longer arrays (the vocabulary) are stepped over; only their length is kept."""
_WORKING_MEMORY = 256 * 2**20
"""What llama.cpp takes beside weights and KV cache, rounded up."""


@dataclass(frozen=True, slots=True)
class Header:
    """Facts from a GGUF file's head. Sizes in bytes, context lengths in tokens."""

    path: Path
    architecture: str
    name: str
    quantization: str
    parameters: int
    n_layers: int
    n_ctx_train: int
    n_vocab: int
    size_bytes: int
    chat_template: str | None
    kv_bytes_per_token: int

    def memory_needed(self, n_ctx: int) -> int:
        """Bytes to run this model with `n_ctx` tokens of context: weights, 16-bit KV, buffers."""
        return self.size_bytes + n_ctx * self.kv_bytes_per_token + _WORKING_MEMORY


@dataclass(frozen=True, slots=True)
class BaseInfo:
    """A model as it is loaded: `n_ctx` is the context in use, `n_ctx_train` the longest sensible
    one, in tokens."""

    name: str
    architecture: str
    parameters: int
    n_layers: int
    n_ctx: int
    n_ctx_train: int
    size_bytes: int
    quantization: str
    n_vocab: int


class _Damaged(Exception):
    """The bytes are not what a GGUF file has here."""


@dataclass(frozen=True, slots=True)
class _SkippedArray:
    length: int


def read_header(path: Path) -> Header:
    """Read and check the head of the chat model at `path`.

    Raises LearnerError: no such file, unreadable, not GGUF, an adapter or one part of a split
    model, damaged, or shorter than its own table of tensors says. A missing chat template is not
    an error here: `chat_template` is None.
    """
    try:
        with path.open("rb") as file:
            if file.read(4) != _MAGIC:
                raise LearnerError(
                    phrase("Not a GGUF model"),
                    phrase("{file} is not a GGUF file.", file=path.name),
                    phrase(
                        "Choose a model file that ends in .gguf and comes from a source you trust."
                    ),
                )
            with mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
                return _parse(path, data)
    except FileNotFoundError:
        raise LearnerError(
            phrase("Model file not found"),
            phrase("There is no file {path}.", path=path),
            phrase(
                "Choose another model, or download the starter model with `reverie models pull`."
            ),
        ) from None
    except (_Damaged, UnicodeDecodeError, struct.error):
        raise _truncated(path) from None
    except OSError as error:
        raise LearnerError(
            phrase("Model file cannot be read"),
            phrase(
                "{path} cannot be read: {reason}.",
                path=path,
                reason=error.strerror or type(error).__name__,
            ),
            phrase("Check the file's permissions and the disk, or choose another model."),
        ) from None


def _truncated(path: Path) -> LearnerError:
    return LearnerError(
        phrase("Model file is damaged"),
        phrase(
            "{file} is cut short or damaged: it does not hold what its own table says.",
            file=path.name,
        ),
        phrase("Download the file again and compare its SHA-256 with the publisher's."),
    )


class _Cursor:
    """A position in the file; every step is checked against its end."""

    def __init__(self, data: mmap.mmap) -> None:
        self.data = data
        self.at = 0
        self.end = len(data)

    def skip(self, size: int) -> int:
        start = self.at
        if size > self.end - start:
            raise _Damaged
        self.at = start + size
        return start

    def scalar(self, layout: struct.Struct) -> Any:
        return layout.unpack_from(self.data, self.skip(layout.size))[0]

    def u32(self) -> int:
        value: int = self.scalar(_U32)
        return value

    def u64(self) -> int:
        value: int = self.scalar(_U64)
        return value

    def text(self) -> str:
        size = self.u64()
        start = self.skip(size)
        return self.data[start : start + size].decode("utf-8")

    def skip_texts(self, count: int) -> None:
        """Step over `count` strings; the hot loop, hence the local names."""
        unpack, data, at, last = _U64.unpack_from, self.data, self.at, self.end - 8
        for _ in range(count):
            if at > last:
                raise _Damaged
            at += 8 + unpack(data, at)[0]
        if at > self.end:
            raise _Damaged
        self.at = at

    def value(self, kind: int) -> Any:
        if kind == _STRING:
            return self.text()
        if kind == _ARRAY:
            return self.array()
        return self.scalar(self._layout(kind))

    def array(self) -> Any:
        kind, count = self.u32(), self.u64()
        if kind == _ARRAY or count > self.end:
            raise _Damaged
        if count > _KEPT_ARRAY:
            if kind == _STRING:
                self.skip_texts(count)
            else:
                self.skip(count * self._layout(kind).size)
            return _SkippedArray(count)
        return [self.value(kind) for _ in range(count)]

    @staticmethod
    def _layout(kind: int) -> struct.Struct:
        layout = _SCALARS.get(kind)
        if layout is None:
            raise _Damaged
        return layout


def _parse(path: Path, data: mmap.mmap) -> Header:
    cursor = _Cursor(data)
    cursor.skip(len(_MAGIC))
    version = cursor.u32()
    if version not in _VERSIONS:
        raise LearnerError(
            phrase("Unknown GGUF version"),
            phrase(
                "{file} has GGUF version {version}; versions 2 and 3 are understood.",
                file=path.name,
                version=version,
            ),
            phrase("Choose a newer conversion of this model."),
        )
    n_tensors, n_fields = cursor.u64(), cursor.u64()
    fields: dict[str, Any] = {}
    for _ in range(n_fields):
        key = cursor.text()
        fields[key] = cursor.value(cursor.u32())
    _check_kind(path, fields)
    tensors = [_tensor(cursor) for _ in range(n_tensors)]
    _check_whole(fields, tensors, cursor)
    return _header(path, fields, tensors, cursor.end)


def _check_kind(path: Path, fields: dict[str, Any]) -> None:
    if fields.get("general.type", "model") != "model":
        raise LearnerError(
            phrase("Not a model"),
            phrase(
                "{file} is a GGUF file of the type {kind}, not a model.",
                file=path.name,
                kind=fields["general.type"],
            ),
            phrase("Choose the model itself."),
        )
    if isinstance(fields.get("split.count"), int) and fields["split.count"] > 1:
        raise LearnerError(
            phrase("Model is split"),
            phrase("{file} is one of {count} parts.", file=path.name, count=fields["split.count"]),
            phrase("Join the parts with `llama-gguf-split --merge` and choose the result."),
        )


def _tensor(cursor: _Cursor) -> tuple[int, int, int]:
    """(elements, ggml type, offset) of the next entry in the table of tensors."""
    cursor.skip(cursor.u64())
    elements = 1
    n_dims = cursor.u32()
    if n_dims > 8:
        raise _Damaged
    for _ in range(n_dims):
        elements *= cursor.u64()
    return elements, cursor.u32(), cursor.u64()


def _check_whole(
    fields: dict[str, Any], tensors: list[tuple[int, int, int]], cursor: _Cursor
) -> None:
    from gguf.constants import GGML_QUANT_SIZES, GGMLQuantizationType  # noqa: PLC0415 - slow import

    align = fields.get("general.alignment", 32)
    if not tensors or not isinstance(align, int) or align < 1:
        raise _Damaged
    start = -(-cursor.at // align) * align
    known = {kind.value for kind in GGMLQuantizationType}
    for elements, kind, offset in tensors:
        block, size = GGML_QUANT_SIZES[GGMLQuantizationType(kind)] if kind in known else (1, 0)
        if start + offset + elements // block * size > cursor.end:
            raise _Damaged


def _header(
    path: Path, fields: dict[str, Any], tensors: list[tuple[int, int, int]], size: int
) -> Header:
    architecture = fields.get("general.architecture")
    if not isinstance(architecture, str):
        raise _Damaged
    template = fields.get("tokenizer.chat_template")
    tokens = fields.get("tokenizer.ggml.tokens", [])
    return Header(
        path=path,
        architecture=architecture,
        name=str(fields.get("general.name") or path.stem),
        quantization=_quantization(fields, tensors),
        parameters=sum(elements for elements, _, _ in tensors),
        n_layers=_number(fields, architecture, "block_count"),
        n_ctx_train=_number(fields, architecture, "context_length"),
        n_vocab=tokens.length if isinstance(tokens, _SkippedArray) else len(tokens),
        size_bytes=size,
        chat_template=template if isinstance(template, str) and template.strip() else None,
        kv_bytes_per_token=_kv_bytes(fields, architecture),
    )


def _number(fields: dict[str, Any], architecture: str, key: str) -> int:
    """A per-model number; the largest one where the file has one per layer; 0 when absent."""
    value = fields.get(f"{architecture}.{key}", 0)
    if isinstance(value, list):
        value = max(value, default=0)
    return value if isinstance(value, int) else 0


def _kv_bytes(fields: dict[str, Any], architecture: str) -> int:
    heads = _number(fields, architecture, "attention.head_count")
    kv_heads = _number(fields, architecture, "attention.head_count_kv") or heads
    width = _number(fields, architecture, "embedding_length") // heads if heads else 0
    key = _number(fields, architecture, "attention.key_length") or width
    value = _number(fields, architecture, "attention.value_length") or width
    return 2 * _number(fields, architecture, "block_count") * kv_heads * (key + value)


def _quantization(fields: dict[str, Any], tensors: list[tuple[int, int, int]]) -> str:
    """The quantization's usual name, such as Q4_K_M; else the type of most weights."""
    from gguf.constants import GGMLQuantizationType, LlamaFileType  # noqa: PLC0415 - slow import

    names = {kind.value: str(kind.name) for kind in GGMLQuantizationType}
    file_type = fields.get("general.file_type")
    for member in LlamaFileType:
        if member.value == file_type:
            return str(member.name).removeprefix("MOSTLY_").removeprefix("ALL_")
    weight: Counter[int] = Counter()
    for elements, kind, _ in tensors:
        weight[kind] += elements
    commonest = weight.most_common(1)[0][0]
    return names.get(commonest, "unknown")
