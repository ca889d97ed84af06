"""Conversations out and in again: our own file exactly, Markdown for people."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from app.domain.attachments import LONGEST_CUT, MOST_CHARACTERS, Attachment, FileKind
from app.domain.errors import KnownError
from app.domain.ledger import Arm, Conversation, Message, Origin, Role, Setup
from app.domain.transcripts.markdown import LONGEST_STEM, document, file_name
from app.domain.transcripts.ours import dump, parse
from app.domain.transcripts.transcript import Transcript, adopted, line
from tests.support.exports import (
    one,
    ours,
    read_json,
)

TIMES = some.datetimes(datetime(1970, 1, 1), datetime(2999, 1, 1), timezones=some.just(UTC))
NAMES = some.text(min_size=1, max_size=64)
COUNTS = some.integers(0, 2**40)
FIGURES = some.floats(0, 1e6)


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
    file = some.builds(Attachment, NAMES, some.text(), some.sampled_from(FileKind), some.text())
    files = [
        replace(one, message=message.id)
        for message in messages
        for one in draw(some.lists(file, max_size=2))
    ]
    return Transcript(conversation, tuple(messages), tuple(files))


@given(some.lists(transcripts(), max_size=3, unique_by=lambda one: one.conversation.id))
def test_our_own_file_is_read_back_exactly(held: list[Transcript]) -> None:
    assert parse(json.loads(dump(held)), "file.json") == held


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
        (
            ours({}, {"files": [{"id": "f", "name": "n", "kind": "exe", "text": ""}]}),
            "file 1, kind",
        ),
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


def test_files_of_a_newcomer_are_bounded_and_hide_nothing() -> None:
    hidden = Attachment("f", "a\nb", FileKind.TEXT, "seen\u200b" * 10**5, "m0")
    (file,) = adopted(replace(one(), files=(hidden,))).files
    assert (file.name, file.message, file.is_cut) == ("a b", "m0", True)
    assert "\u200b" not in file.text
    assert len(file.text) <= MOST_CHARACTERS + LONGEST_CUT
    assert file.id != "f"
    again = adopted(replace(one(), files=(file,))).files[0]
    assert again.text == file.text


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
