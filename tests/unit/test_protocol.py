"""The frames between processes: what goes in comes out, and nothing else is taken for a frame."""

from __future__ import annotations

import io
import os
import pickle
import struct
import subprocess
import sys
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.child import Child, ChildGone
from adapters.errors import LearnerError, error_message
from adapters.phrases import phrase
from adapters.protocol import MAX_BLOB, MAX_JSON, ProtocolError, read_frame, write_frame
from app.domain.errors import from_message
from app.domain.phrases import Phrase
from app.sleep.process import NightCrashed

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
    sentence = phrase("{file} has “{size}” bytes.", file="{ä}\udcff", size=3)
    known = error_message(LearnerError("Title", sentence, "Remedy."))
    assert known == {
        "type": "error",
        "kind": "known",
        "title": "Title",
        "sentence": "{ä}\udcff has “3” bytes.",
        "remedy": "Remedy.",
        "phrases": {"sentence": sentence.as_said()},
    }
    try:
        int("my secret diary")
    except ValueError as error:
        bug = error_message(error)
    assert bug["kind"] == "bug"
    assert "ValueError" in bug["sentence"]
    assert "diary" not in str(bug)


def crossed(message: dict[str, Any]) -> dict[str, Any]:
    frame = read_frame(io.BytesIO(written((message, b""))))
    assert frame is not None
    return frame[0]


def test_what_a_process_says_is_made_of_the_same_template_and_facts_here() -> None:
    sentence = phrase("{file} has “{size}” bytes.", file="{ä}\udcff", size=3)
    error = LearnerError("Title", sentence, phrase("{sentence} Go.", sentence=sentence))
    told = from_message(crossed(error_message(error)))
    assert (told.title, told.sentence, told.remedy) == (error.title, error.sentence, error.remedy)
    assert type(told.title) is str
    assert isinstance(told.sentence, Phrase)
    assert told.sentence.template == sentence.template
    assert told.sentence.facts == {"file": "{ä}\udcff", "size": 3}
    assert isinstance(told.remedy, Phrase)
    assert isinstance(told.remedy.facts["sentence"], Phrase)


@pytest.mark.parametrize("phrases", [None, 1, [], {"sentence": 1}, {"sentence": {"template": "?"}}])
def test_a_sentence_whose_parts_are_broken_is_still_told(phrases: object) -> None:
    message = error_message(LearnerError("T", phrase("S {n}.", n=1), "R."))
    told = from_message(crossed({**message, "phrases": phrases}))
    assert (told.title, told.sentence, told.remedy) == ("T", "S 1.", "R.")


def test_how_a_child_ended_is_told_in_any_language() -> None:
    with pytest.raises(NightCrashed) as caught:
        raise NightCrashed(
            phrase("{how}: {words}", how=phrase("signal {number}", number=9), words="")
        )
    told = caught.value.sentence
    assert isinstance(told, Phrase)
    assert told.facts["detail"].facts["how"].template == "signal {number}"


def test_errors_can_be_pickled_with_their_phrases() -> None:
    error = pickle.loads(pickle.dumps(LearnerError("T", phrase("S {n}.", n=1), "R.")))  # noqa: S301
    assert error.sentence.facts == {"n": 1}


def test_reading_ahead_that_fails_tells_nothing_but_the_kind() -> None:
    """The words of a foreign exception may quote the prompt."""
    engine = Child("app.engine.server")
    engine.send({"type": "read", "turns": [], "most": None})
    with pytest.raises(ChildGone):
        engine.receive()
    assert engine.how_it_ended() == "exit code 1: LearnerError"
