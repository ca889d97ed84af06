"""The frames between processes: what goes in comes out, and nothing else is taken for a frame."""

from __future__ import annotations

import io
import os
import struct
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.errors import LearnerError, error_message
from adapters.protocol import MAX_BLOB, MAX_JSON, ProtocolError, read_frame, write_frame

texts = st.text(st.characters(codec=None))  # also lone surrogates: a clipboard can hold them
scalars = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | texts
values = st.recursive(
    scalars.filter(lambda v: v not in (float("inf"), float("-inf"))),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(texts, inner, max_size=4),
    max_leaves=10,
)
messages = st.dictionaries(texts, values, max_size=5)
frames = st.tuples(messages, st.binary(max_size=200))


def written(*sent: tuple[dict[str, Any], bytes]) -> bytes:
    stream = io.BytesIO()
    for message, blob in sent:
        write_frame(stream, message, blob)
    return stream.getvalue()


class Dribble(io.RawIOBase):
    """A pipe that hands over a few bytes at a time, as pipes may."""

    def __init__(self, data: bytes, step: int) -> None:
        self._inner = io.BytesIO(data)
        self._step = step

    def read(self, size: int = -1) -> bytes:
        return self._inner.read(min(size, self._step))


@given(st.lists(frames, max_size=4), st.integers(1, 64))
def test_round_trip(sent: list[tuple[dict[str, Any], bytes]], step: int) -> None:
    stream = Dribble(written(*sent), step)
    assert [read_frame(stream) for _ in sent] == sent
    assert read_frame(stream) is None


@given(frames)
def test_every_truncation_is_noticed(frame: tuple[dict[str, Any], bytes]) -> None:
    whole = written(frame)
    for end in range(1, len(whole)):
        with pytest.raises(ProtocolError):
            read_frame(io.BytesIO(whole[:end]))


@given(st.binary(max_size=300))
def test_garbage_is_refused_or_was_a_frame(data: bytes) -> None:
    stream = io.BytesIO(data)
    try:
        frame = read_frame(stream)
    except ProtocolError:
        return
    if frame is None:
        assert data == b""
    else:
        assert isinstance(frame[0], dict)


@pytest.mark.parametrize("payload", [b"[]", b"1", b"null", b"{", b"\xff\xfe", b"[" * 200_000])
def test_json_that_is_no_object_is_refused(payload: bytes) -> None:
    with pytest.raises(ProtocolError):
        read_frame(io.BytesIO(struct.pack(">II", len(payload), 0) + payload))


@pytest.mark.parametrize("sizes", [(MAX_JSON + 1, 0), (2, MAX_BLOB + 1)])
def test_a_claimed_size_over_the_limit_is_refused_unread(sizes: tuple[int, int]) -> None:
    stream = io.BytesIO(struct.pack(">II", *sizes) + bytes(100))
    with pytest.raises(ProtocolError, match="is the limit"):
        read_frame(stream)
    assert stream.tell() == 8


def test_a_claimed_size_is_not_allocated_before_it_arrives() -> None:
    with pytest.raises(ProtocolError, match="ended after 3 of"):
        read_frame(io.BytesIO(struct.pack(">II", MAX_JSON, MAX_BLOB) + b"abc"))


@pytest.mark.parametrize("message", [{"a": float("nan")}, {"a": object()}, {"a": b"bytes"}])
def test_what_is_not_json_is_not_sent(message: dict[str, Any]) -> None:
    stream = io.BytesIO()
    with pytest.raises(ProtocolError):
        write_frame(stream, message)
    assert stream.getvalue() == b""


def test_a_print_in_a_child_cannot_corrupt_the_stream() -> None:
    code = (
        "import ctypes, os\n"
        "from adapters.protocol import claim_stdio, read_frame, write_frame\n"
        "incoming, outgoing = claim_stdio()\n"
        "print('python noise', flush=True)\n"
        "os.system('echo shell noise')\n"
        "libc = ctypes.CDLL(None); libc.puts(b'c noise'); libc.fflush(None)\n"
        "write_frame(outgoing, {'got': read_frame(incoming)[0], 'stdin': os.read(0, 9).decode()})\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        input=written(({"hello": "ö"}, b"")) + b"more",
        capture_output=True,
        timeout=60,
        check=True,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)},
    )
    assert read_frame(io.BytesIO(done.stdout)) == ({"got": {"hello": "ö"}, "stdin": ""}, b"")
    assert done.stderr.split(b"\n")[:3] == [b"python noise", b"shell noise", b"c noise"]


def test_known_errors_travel_with_their_words_and_bugs_without() -> None:
    known = error_message(LearnerError("Title", "Sentence.", "Remedy."))
    assert known == {
        "type": "error",
        "kind": "known",
        "title": "Title",
        "sentence": "Sentence.",
        "remedy": "Remedy.",
    }
    try:
        int("my secret diary")
    except ValueError as error:
        bug = error_message(error)
    assert bug["kind"] == "bug"
    assert "ValueError" in bug["sentence"]
    assert "diary" not in str(bug)
