"""Exports of ChatGPT and Open WebUI, as far as they can be understood."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from app.domain.errors import KnownError
from app.domain.ledger import Role
from app.domain.transcripts import tree
from tests.support.exports import (
    BAKING,
    chatgpt,
    gpt,
    owui,
    read_json,
    spoken,
)

# ChatGPT


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
