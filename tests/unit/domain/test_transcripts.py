"""Conversations out and in: our own file exactly, foreign ones as far as they can be understood."""

from __future__ import annotations

import io
import itertools
import json
import zipfile
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.domain.branches import branch
from app.domain.errors import KnownError
from app.domain.ledger import Arm, Conversation, Message, Origin, Role, Setup
from app.domain.transcripts import archive, tree
from app.domain.transcripts.markdown import LONGEST_STEM, document, file_name
from app.domain.transcripts.ours import dump, parse
from app.domain.transcripts.reading import read
from app.domain.transcripts.transcript import Transcript, adopted, line

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
TIMES = some.datetimes(datetime(1970, 1, 1), datetime(2999, 1, 1), timezones=some.just(UTC))
NAMES = some.text(min_size=1, max_size=64)
COUNTS = some.integers(0, 2**40)
FIGURES = some.floats(0, 1e6)


def read_bytes(content: bytes) -> list[Transcript]:
    return read(io.BytesIO(content), "file.json", NOW)


def read_json(data: object) -> list[Transcript]:
    return read_bytes(json.dumps(data).encode())


def spoken(transcript: Transcript) -> list[tuple[str, str]]:
    """The branch that is shown."""
    shown = branch(transcript.messages, transcript.conversation.leaf)
    return [(message.role.value, message.text) for message in shown]


# our own file


@some.composite
def setups(draw: some.DrawFn) -> Setup:
    return Setup(
        system=draw(some.none() | some.text()),
        arm=draw(some.none() | some.sampled_from(Arm)),
        temperature=draw(some.none() | some.floats(0, 2)),
        top_p=draw(some.none() | some.floats(0, 1)),
        max_tokens=draw(some.none() | some.integers(1, 8192)),
        seed=draw(some.none() | some.integers(-(2**40), 2**40)),
    )


ORIGINS = some.builds(
    Origin,
    memories=some.tuples(NAMES),
    examples=some.tuples(NAMES, NAMES),
    prompt_tokens=COUNTS,
    reused_tokens=COUNTS,
    dropped_turns=COUNTS,
    completion_tokens=COUNTS,
    ttft_s=FIGURES,
    tokens_per_s=FIGURES,
)


@some.composite
def transcripts(draw: some.DrawFn) -> Transcript:
    identity = draw(some.uuids()).hex
    messages: list[Message] = []
    for position in range(draw(some.integers(0, 8))):
        above = draw(some.none() | some.sampled_from(messages)) if messages else None
        messages.append(
            Message(
                id=f"{identity}-{position}",
                conversation=identity,
                position=position * 2,
                role=draw(some.sampled_from(Role)),
                text=draw(some.text()),
                at=draw(TIMES),
                parent=above.id if above else None,
                base=draw(some.none() | NAMES),
                adapter=draw(some.none() | NAMES),
                arm=draw(some.none() | some.sampled_from(Arm)),
                partial=draw(some.booleans()),
                origin=draw(some.none() | ORIGINS),
            )
        )
    conversation = Conversation(
        id=identity,
        title=draw(some.text()),
        created=draw(TIMES),
        updated=draw(TIMES),
        leaf=draw(some.sampled_from([None, *(message.id for message in messages)])),
        pinned=draw(some.booleans()),
        folder=draw(some.none() | some.text(min_size=1)),
        setup=draw(setups()),
    )
    return Transcript(conversation, tuple(messages))


@given(some.lists(transcripts(), max_size=3, unique_by=lambda one: one.conversation.id))
def test_our_own_file_is_read_back_exactly(held: list[Transcript]) -> None:
    assert parse(json.loads(dump(held)), "file.json") == held


def one(text: str = "Hello", **fields: Any) -> Transcript:
    asked = Message("m0", "c", 0, Role.USER, text, NOW)
    reply = Message("m1", "c", 1, Role.ASSISTANT, "Hi.", NOW, "m0", base="b", arm=Arm.BOTH)
    conversation = Conversation(
        "c", fields.pop("title", "A talk"), NOW, NOW, fields.pop("leaf", "m1"), **fields
    )
    return Transcript(conversation, (asked, reply))


def ours(change: dict[str, Any], message: dict[str, Any] | None = None) -> dict[str, Any]:
    data = json.loads(dump([one()]))
    data["conversations"][0].update(change)
    data["conversations"][0]["messages"][1].update(message or {})
    return data


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (ours({}) | {"version": 2}, "newer Reverie"),
        (ours({}) | {"conversations": {}}, "conversations: input should be a valid list"),
        (ours({"created": "yesterday"}), "conversation 1, created"),
        (ours({"updated": "0001-01-01T00:00:00+14:00"}), "the year 1 is out of range"),
        (ours({"leaf": "m9"}), "its leaf is none of its messages"),
        (ours({"title": "\ud800"}), "conversation 1, title"),
        (ours({"setup": {"temperature": 9}}), "conversation 1, setup, temperature"),
        (ours({}, {"role": "tool"}), "conversation 1, message 2, role"),
        (ours({}, {"parent": "m7"}), "message m1 stands before the one that it follows"),
        (ours({}, {"parent": "m1"}), "message m1 stands before the one that it follows"),
        (ours({}, {"position": 0}), "positions do not grow"),
        (ours({"leaf": None}, {"id": "m0"}), "2 messages have the id m0"),
    ],
)
def test_what_is_wrong_with_our_own_file_is_named_with_its_place(
    data: dict[str, Any], why: str
) -> None:
    with pytest.raises(KnownError, match=why) as caught:
        read_json(data)
    assert "Nothing was imported" in caught.value.remedy


def test_a_newcomer_does_not_say_what_wrote_its_replies() -> None:
    before = one(title=" two\n lines ", folder=" \n ")
    after = adopted(before)
    assert (after.conversation.title, after.conversation.folder) == ("two lines", None)
    assert [(m.base, m.adapter, m.arm, m.origin) for m in after.messages] == [(None,) * 4] * 2
    assert [m.text for m in after.messages] == [m.text for m in before.messages]


# Markdown


def test_markdown_has_the_branch_that_is_shown() -> None:
    told = document(one(), {"b": "SmolLM2"})
    assert told == (
        '---\ntitle: "A talk"\ncreated: "2026-11-23T09:00:00Z"\n'
        'updated: "2026-11-23T09:00:00Z"\nmodel: "SmolLM2"\n---\n\n'
        "# A talk\n\n## You\n\nHello\n\n## Reverie\n\nHi.\n"
    )
    assert "Hi." not in document(one(leaf="m0"), {})
    assert "model" not in document(one(), {})


@given(some.text())
def test_a_title_cannot_end_the_front_matter(title: str) -> None:
    head = document(one(title=title), {}).split("\n---\n")[0].splitlines()
    assert json.loads(head[1].removeprefix("title: ")) == line(title)
    assert [text.split(":")[0] for text in head] == ["---", "title", "created", "updated"]


@given(some.lists(some.text(some.characters(codec=None), max_size=300), max_size=5))
def test_file_names_are_safe_and_unlike(titles: list[str]) -> None:
    taken: set[str] = set()
    names = [file_name(one(title=title), taken) for title in titles]
    assert len({name.casefold() for name in names}) == len(names)
    for name in names:
        assert name.startswith("2026-11-23") and name.endswith(".md")
        assert not set(name) & set('<>:"/\\|?*\0\n\u202e')
        assert len(name.encode()) < LONGEST_STEM + 20
        assert name.removesuffix(".md") == name.removesuffix(".md").strip(" .")


# ChatGPT


def gpt(role: str, text: object, parent: str | None, at: float = 0, **fields: Any) -> Any:
    content = text if isinstance(text, dict) else {"content_type": "text", "parts": [text]}
    message = {"author": {"role": role}, "content": content, "create_time": at, **fields}
    return {"message": message, "parent": parent, "children": []}


def chatgpt(mapping: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {
        "id": "g1",
        "title": "Bread",
        "create_time": 1700000000.5,
        "update_time": 1700000100,
        "mapping": mapping,
        **fields,
    }


BAKING = {
    "root": {"message": None, "parent": None, "children": ["s"]},
    "s": gpt("system", "You are ChatGPT", "root"),
    "u": gpt("user", "How is bread baked?", "s", 1700000001),
    "a": gpt("assistant", "In an oven.", "u", 1700000002),
    "b": gpt("assistant", "Hot.", "u", 1700000050),
    "u2": gpt("user", "How long?", "a", 1700000060),
    "call": gpt("assistant", "search()", "u2", 1700000061, recipient="web"),
    "tool": gpt("tool", "results", "call", 1700000062),
    "t": gpt("assistant", {"content_type": "thoughts", "thoughts": []}, "tool", 1700000063),
    "c": gpt("assistant", "Forty minutes \ue200cite\ue202turn0\ue201.", "t", 1700000064),
}


def test_a_chatgpt_export_keeps_the_tree_that_people_saw() -> None:
    (found,) = read_json([chatgpt(BAKING, current_node="c")])
    assert spoken(found) == [
        ("user", "How is bread baked?"),
        ("assistant", "In an oven."),
        ("user", "How long?"),
        ("assistant", "Forty minutes ."),
    ]
    assert [m.text for m in found.messages] == [
        "How is bread baked?",
        "In an oven.",
        "Hot.",
        "How long?",
        "Forty minutes .",
    ]
    assert found.conversation.title == "Bread"
    assert found.conversation.created == datetime(2023, 11, 14, 22, 13, 20, 500000, UTC)
    assert all(m.base is m.adapter is None for m in found.messages)


def test_the_branch_that_chatgpt_showed_is_shown() -> None:
    (found,) = read_json([chatgpt(BAKING, current_node="b")])
    assert [text for _, text in spoken(found)] == ["How is bread baked?", "Hot."]


def test_pictures_and_recordings_leave_a_word() -> None:
    parts = [{"content_type": "image_asset_pointer", "asset_pointer": "file://x"}, "What is it?"]
    picture = {"content_type": "multimodal_text", "parts": parts}
    heard = {"content_type": "multimodal_text", "parts": [{"content_type": "audio_asset_pointer"}]}
    mapping = {"u": gpt("user", picture, None), "a": gpt("assistant", heard, "u")}
    (found,) = read_json(chatgpt(mapping))
    assert spoken(found) == [("user", "[Image]\n\nWhat is it?"), ("assistant", "[Audio]")]


def test_replies_in_a_row_become_one() -> None:
    mapping = {
        "u": gpt("user", "Go on.", None, 1),
        "a": gpt("assistant", "I look it up.", "u", 2),
        "t": gpt("tool", "found", "a", 3),
        "b": gpt("assistant", "Here it is.", "t", 4),
        "c": gpt("assistant", "Another way.", "t", 5),
        "q": gpt("user", "Wait.", "a", 6),
    }
    (found,) = read_json([chatgpt(mapping, current_node="b")])
    assert spoken(found) == [("user", "Go on."), ("assistant", "I look it up.\n\nHere it is.")]
    assert sorted(m.text for m in found.messages if m.role is Role.ASSISTANT) == [
        "I look it up.",  # somebody answered it
        "I look it up.\n\nAnother way.",
        "I look it up.\n\nHere it is.",
    ]


def test_children_tell_the_parent_where_the_node_does_not() -> None:
    mapping = {
        "u": {"message": gpt("user", "One", None)["message"], "children": ["a"]},
        "a": {"message": gpt("assistant", "Two", None)["message"]},
    }
    (found,) = read_json([chatgpt(mapping)])
    assert [text for _, text in spoken(found)] == ["One", "Two"]


def test_a_circle_of_nodes_does_not_hang() -> None:
    mapping = {
        "u": gpt("user", "One", None),
        "x": gpt("user", "Two", "y"),
        "y": gpt("assistant", "Three", "x"),
    }
    (found,) = read_json([chatgpt(mapping, current_node="x")])
    assert [text for _, text in spoken(found)] == ["One"]


def test_an_endless_repetition_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    mapping = {"0": gpt("assistant", "word " * 100, None)}
    for number in range(1, 100):
        mapping[str(number)] = gpt("assistant", "word " * 100, str(number - 1))
        mapping[f"u{number}"] = gpt("user", "And?", str(number))
    assert read_json([chatgpt(mapping)])
    monkeypatch.setattr(tree, "MOST_CHARACTERS", 1_000_000)
    with pytest.raises(KnownError, match="conversation 1 is damaged: it is longer"):
        read_json([chatgpt(mapping)])


def test_ids_come_from_the_source() -> None:
    first, again = (read_json([chatgpt(BAKING)])[0] for _ in range(2))
    assert first == again
    (other,) = read_json([chatgpt(BAKING, id="g2")])
    ids = {m.id for m in first.messages} | {m.id for m in other.messages}
    assert len(ids) == 2 * len(first.messages)


# Open WebUI


def owui(role: str, text: object, parent: str | None, at: int = 0, **fields: Any) -> Any:
    return {"role": role, "content": text, "parentId": parent, "timestamp": at, **fields}


def test_an_open_webui_export_keeps_its_tree() -> None:
    messages = {
        "u": owui("user", "Hi", None, 1700000001, files=[{"type": "image", "url": "data:"}]),
        "a": owui("assistant", "Hello.", "u", 1700000002, model="llama3"),
        "b": owui(
            "assistant",
            '<details type="reasoning" done="true">\nhm\n</details>\nGood day.',
            "u",
            1700000003,
        ),
    }
    chat = {"title": "T", "history": {"messages": messages, "currentId": "a"}, "messages": []}
    item = {"id": "o1", "title": "Greeting", "chat": chat, "updated_at": 1700000009, "pinned": True}
    (found,) = read_json([item])
    assert spoken(found) == [("user", "Hi\n\n[Image]"), ("assistant", "Hello.")]
    assert "Good day." in [m.text for m in found.messages]
    assert (found.conversation.title, found.conversation.pinned) == ("Greeting", True)
    assert read_json(chat)[0].messages


def test_a_plain_list_of_messages_is_a_chain() -> None:
    listed = [
        {"role": "system", "content": "Be brief."},
        {"role": "user", "content": [{"type": "text", "text": "Hi"}, {"type": "image_url"}]},
        {"role": "assistant", "content": "Hello."},
    ]
    (found,) = read_json([{"chat": {"title": "T", "messages": listed, "timestamp": 1700000000000}}])
    assert spoken(found) == [("user", "Hi\n\n[Image]"), ("assistant", "Hello.")]
    assert found.conversation.created == datetime(2023, 11, 14, 22, 13, 20, tzinfo=UTC)


# zip files


def zipped(files: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", method) as made:
        for name, content in files.items():
            made.writestr(name, content)
    return held.getvalue()


def bread(identity: str) -> bytes:
    return json.dumps([chatgpt(BAKING, id=identity)]).encode()


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


# whatever comes


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
