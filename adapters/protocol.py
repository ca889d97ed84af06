"""Frames between our processes: one JSON object and an optional blob, each with its length.

4 bytes  length of the JSON, big-endian
4 bytes  length of the blob, big-endian
JSON     a UTF-8 object
blob     raw bytes (adapters travel here and never touch a disk)
"""

from __future__ import annotations

import io
import json
import os
import struct
import sys
from typing import Any, BinaryIO

from adapters.errors import LearnerError
from adapters.phrases import phrase

MAX_JSON = 256 * 2**20
"""A night's job carries every row with its conversation: twenty thousand long ones."""
MAX_BLOB = 2 * 2**30
_HEADER = struct.Struct(">II")
_READ_STEP = 2**20


class ProtocolError(LearnerError):
    """The stream does not hold a frame: cut short, too big, not JSON, or not an object."""

    def __init__(self, sentence: str) -> None:
        super().__init__(
            phrase("Broken message between processes"),
            sentence,
            phrase("Try again; the process at the other end is started anew when it is needed."),
        )

    def __reduce__(self) -> tuple[type[LearnerError], tuple[Any, ...]]:
        return type(self), (self.sentence,)


def write_frame(stream: BinaryIO, message: dict[str, Any], blob: bytes = b"") -> None:
    """Write one frame and flush. Raises ProtocolError when it is over the limits or not JSON."""
    try:
        text = json.dumps(message, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
        payload = text.encode("utf-8", "surrogatepass")
    except (TypeError, ValueError) as error:
        kind = type(error).__name__
        raise ProtocolError(phrase("The message is not plain JSON ({kind}).", kind=kind)) from None
    _check_sizes(len(payload), len(blob))
    stream.write(_HEADER.pack(len(payload), len(blob)) + payload)
    if blob:
        stream.write(blob)
    stream.flush()


def read_frame(stream: BinaryIO) -> tuple[dict[str, Any], bytes] | None:
    """The next frame, or None where the stream ends between two frames."""
    header = _read_up_to(stream, _HEADER.size)
    if not header:
        return None
    if len(header) < _HEADER.size:
        raise ProtocolError(phrase("The stream ended inside a frame's header."))
    json_size, blob_size = _HEADER.unpack(header)
    _check_sizes(json_size, blob_size)
    payload = _read_exactly(stream, json_size)
    blob = _read_exactly(stream, blob_size)
    return _parse(payload), blob


def claim_stdio() -> tuple[BinaryIO, BinaryIO]:
    """Take this process's stdin and stdout for frames; call it first thing in a child.

    Afterwards descriptor 0 reads nothing and descriptor 1 is stderr, so a `print` anywhere,
    in Python or in a C library, cannot corrupt the stream.
    """
    sys.stdout.flush()
    incoming = os.dup(0)
    outgoing = os.dup(1)
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return io.open(incoming, "rb"), io.open(outgoing, "wb")  # noqa: UP020 - reads as a pair


def _check_sizes(json_size: int, blob_size: int) -> None:
    if json_size > MAX_JSON:
        raise ProtocolError(
            phrase(
                "The message has {size} bytes; {most} is the limit.", size=json_size, most=MAX_JSON
            )
        )
    if blob_size > MAX_BLOB:
        raise ProtocolError(
            phrase(
                "The attachment has {size} bytes; {most} is the limit.",
                size=blob_size,
                most=MAX_BLOB,
            )
        )


def _parse(payload: bytes) -> dict[str, Any]:
    try:
        message = json.loads(payload.decode("utf-8", "surrogatepass"))
    except (ValueError, RecursionError):
        raise ProtocolError(phrase("The message is not JSON.")) from None
    if not isinstance(message, dict):
        raise ProtocolError(phrase("The message is not a JSON object."))
    return message


def _read_exactly(stream: BinaryIO, size: int) -> bytes:
    data = _read_up_to(stream, size)
    if len(data) < size:
        raise ProtocolError(
            phrase("The stream ended after {read} of {size} bytes.", read=len(data), size=size)
        )
    return data


def _read_up_to(stream: BinaryIO, size: int) -> bytes:
    """At most `size` bytes, fewer only at the end. Grows with what arrives, not with what a
    header claims, so a corrupt length cannot allocate gigabytes."""
    first = stream.read(min(size, _READ_STEP))
    if len(first) == size or not first:
        return first
    parts = bytearray(first)
    while len(parts) < size:
        part = stream.read(min(size - len(parts), _READ_STEP))
        if not part:
            break
        parts += part
    return bytes(parts)
