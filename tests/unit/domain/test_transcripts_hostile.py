"""Whatever comes as a file of conversations: zips, damage, depth, noise."""

from __future__ import annotations

import itertools
import json
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.domain.errors import KnownError
from app.domain.ledger import Message
from app.domain.transcripts import archive
from app.domain.transcripts.markdown import document
from app.domain.transcripts.transcript import adopted
from tests.support.exports import (
    BAKING,
    bread,
    chatgpt,
    ours,
    read_bytes,
    read_json,
    zipped,
)


def test_a_zip_is_read_as_it_came() -> None:
    files = {
        "export/conversations-001.json": bread("2"),
        "export/conversations-000.json": bread("1"),
        "__MACOSX/export/conversations-000.json": b"\0",
        "../../chat.html": b"<html>",
        "user.json": b"{}",
    }
    assert len(read_bytes(zipped(files))) == 2


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (zipped({"user.json": b"{}"}), "no conversations.json"),
        (zipped({"conversations.json": b"[{"}), "conversations.json: it ends too early"),
        (zipped({"conversations.json": bread("1")})[:-40], "the archive is damaged"),
        (zipped({f"{n}": b"" for n in range(40)}), "it has 40 files"),
        (zipped({"conversations.json": b" " * 5000}), "more than 0 MB"),
    ],
)
def test_broken_and_boundless_zips_are_told(
    content: bytes, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(archive, "MOST_MEMBERS", 30)
    monkeypatch.setattr(archive, "MOST_BYTES", 4000)
    with pytest.raises(KnownError, match=why):
        read_bytes(content)


def test_a_list_of_members_without_end_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "_MOST_AT_ONCE", 2000)
    with pytest.raises(KnownError, match="list of files is too long"):
        read_bytes(zipped({f"file {number}": b"" for number in range(100)}))


@given(some.data())
def test_a_damaged_zip_is_a_known_problem(data: some.DataObject) -> None:
    whole = bytearray(zipped({"conversations.json": bread("1")}))
    for _ in range(data.draw(some.integers(1, 6))):
        whole[data.draw(some.integers(4, len(whole) - 1))] = data.draw(some.integers(0, 255))
    told_or_read(bytes(whole[: data.draw(some.integers(4, len(whole)))]))


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "it ends too early, at line 1, column 1"),
        (b'[{"mapping": {"a', "it ends too early, at line 1"),
        (b"[{]", "it is not JSON .* at line 1, column 3"),
        (b"\xff\xd8\xff\xe0 a picture", "not JSON text"),
        (b"[" * 100_000, "nested too deeply"),
        (b"[" + b"9" * 5000 + b"]", "not JSON text"),
        (b'{"messages": 3}', "no conversations that Reverie knows"),
        (b"[]", "holds no conversations"),
        (json.dumps([chatgpt({})]).encode(), "holds no conversations"),
        (json.dumps([chatgpt(BAKING), 7]).encode(), "conversation 2 is damaged"),
        (json.dumps([chatgpt(BAKING), {}]).encode(), "conversation 2 is damaged"),
    ],
)
def test_broken_and_foreign_files_are_told(content: bytes, why: str) -> None:
    with pytest.raises(KnownError, match=why) as caught:
        read_bytes(content)
    assert caught.value.remedy


def test_no_depth_is_too_deep_to_tell() -> None:
    """A file may be shallow enough to be read and too deep for what is done with it then."""
    for depth in range(700, 1000, 7):
        item = {"mapping": BAKING, "more": None}
        deep = json.dumps([item]).replace("null}]", "[" * depth + "]" * depth + "}]")
        told_or_read(deep.encode())


def test_conversations_without_an_id_are_known_by_their_content() -> None:
    items = [chatgpt(BAKING, id=None, title=title) for title in ("a", "b")]
    first, second = read_json(items)
    assert first.conversation.id != second.conversation.id
    assert [first, second] == read_json(items)


def told_or_read(content: bytes) -> None:
    """What is read can be stored: a tree whose messages have ids of their own, in real letters."""
    try:
        found = read_bytes(content)
    except KnownError as error:
        assert error.title and error.sentence and error.remedy
        return
    for transcript in map(adopted, found):
        told = [transcript.conversation.title, *(m.text for m in transcript.messages)]
        told.append(transcript.conversation.folder or "")
        assert all(text.encode("utf-8", "replace").decode() == text for text in told)
        document(transcript, {})
        check_tree(transcript.messages)


def check_tree(messages: Sequence[Message]) -> None:
    known: set[str] = set()
    for message in messages:
        assert message.id not in known
        assert message.parent is None or message.parent in known
        known.add(message.id)
    positions = [message.position for message in messages]
    assert all(a < b for a, b in itertools.pairwise(positions))


ANY_TEXT = some.text(some.characters(codec=None), max_size=6)
NAMES_IN_FILES = (
    "mapping message author role content parts content_type parent children current_node id text"
    " create_time update_time metadata recipient title chat history messages currentId parentId"
    " timestamp files type created_at user assistant a b"
)
FIELDS = some.sampled_from(NAMES_IN_FILES.split())
LEAVES = (
    some.none()
    | some.booleans()
    | some.integers()
    | some.floats()
    | ANY_TEXT
    | FIELDS
    | some.sampled_from([10**400, 1e19, 1.7e9])
)
ANY_JSON = some.recursive(
    LEAVES,
    lambda inner: (
        some.lists(inner, max_size=4) | some.dictionaries(FIELDS | ANY_TEXT, inner, max_size=6)
    ),
    max_leaves=40,
)
SPEAKERS = some.sampled_from(["user", "assistant"])
GPT_NODE = some.fixed_dictionaries(
    {},
    optional={
        "message": some.fixed_dictionaries(
            {
                "author": some.fixed_dictionaries(
                    {"role": some.sampled_from(["user", "assistant"])}
                ),
                "content": ANY_JSON
                | some.fixed_dictionaries({"parts": some.lists(ANY_TEXT | ANY_JSON, max_size=3)}),
            },
            optional={"create_time": ANY_JSON, "metadata": ANY_JSON, "recipient": ANY_JSON},
        ),
        "parent": some.sampled_from("abcde") | ANY_JSON,
        "children": some.lists(some.sampled_from("abcde") | ANY_JSON, max_size=3),
    },
)
GPT = some.fixed_dictionaries(
    {"mapping": some.dictionaries(some.sampled_from("abcde") | ANY_TEXT, GPT_NODE | ANY_JSON)},
    optional=dict.fromkeys(("id", "title", "create_time", "current_node"), ANY_JSON),
)
OWUI = some.fixed_dictionaries(
    {
        "history": some.fixed_dictionaries(
            {
                "messages": some.dictionaries(
                    some.sampled_from("abcde") | ANY_TEXT,
                    ANY_JSON
                    | some.fixed_dictionaries(
                        {
                            "role": some.sampled_from(["user", "assistant", "system"]),
                            "content": ANY_TEXT | ANY_JSON,
                            "parentId": some.sampled_from("abcde") | ANY_JSON,
                            "timestamp": ANY_JSON,
                        }
                    ),
                )
            },
            optional={"currentId": ANY_JSON},
        )
    },
    optional=dict.fromkeys(("id", "title", "timestamp", "chat"), ANY_JSON),
)


@given(ANY_JSON | some.lists(GPT, max_size=2) | some.lists(OWUI, max_size=2))
def test_no_json_is_more_than_a_known_problem(data: object) -> None:
    told_or_read(json.dumps(data).encode())


@given(ANY_JSON, ANY_JSON, ANY_JSON)
def test_no_file_that_looks_like_ours_is_more(data: object, change: object, inner: object) -> None:
    told_or_read(json.dumps({"format": "reverie-conversations", "conversations": data}).encode())
    told_or_read(json.dumps(ours({"setup": change}, {"origin": inner})).encode())
    told_or_read(json.dumps(ours({"updated": change}, {"at": inner})).encode())


@given(ANY_TEXT, ANY_TEXT, ANY_TEXT)
def test_names_and_texts_of_ours_can_be_stored(title: str, folder: str, text: str) -> None:
    told_or_read(json.dumps(ours({"title": title, "folder": folder}, {"text": text})).encode())


@given(some.binary(max_size=200))
def test_no_bytes_are_more(garbage: bytes) -> None:
    told_or_read(garbage)
    told_or_read(b"PK\x03\x04" + garbage)
