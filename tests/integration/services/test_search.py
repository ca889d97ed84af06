"""Search as both front ends use it: grouped, from several threads, and on the command line."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from app.cli import main
from app.domain.ledger import Conversation, Message, Role, utc_now
from app.services import Reverie
from app.services.search import MOST_OF_ONE

OPEN = {"passphrase": lambda: "correct horse battery staple", "insist": True}


@pytest.fixture
def reverie(profile: Path) -> Iterator[Reverie]:
    with Reverie.open(profile, **OPEN) as opened:
        yield opened


def tell(reverie: Reverie, conversation: str, title: str, *texts: str, days_ago: int = 0) -> None:
    at = utc_now() - timedelta(days=days_ago)
    reverie.store.conversations.add(Conversation(conversation, title, at, at))
    for number, text in enumerate(texts):
        name, role = f"{conversation}{number}", (Role.USER, Role.ASSISTANT)[number % 2]
        reverie.store.messages.append(Message(name, conversation, 0, role, text, at))


def places(reverie: Reverie, typed: str) -> list[tuple[str, str | None]]:
    return [(hit.conversation, hit.message) for hit in reverie.search.find(typed)]


def test_hits_of_one_conversation_follow_each_other(reverie: Reverie) -> None:
    tell(reverie, "a", "First", "a lantern, my lantern", "other", "one more lantern")
    tell(reverie, "b", "Second", "the lantern")
    tell(reverie, "c", "Third", *["again a lantern in here"] * 9)
    found = [conversation for conversation, _ in places(reverie, "lantern")]
    assert {name: found.count(name) for name in "abc"} == {"a": 2, "b": 1, "c": MOST_OF_ONE}
    changes = sum(one != other for one, other in pairwise(found))
    assert changes == 2


def test_a_title_that_fits_lifts_what_is_under_it(reverie: Reverie) -> None:
    tell(reverie, "plain", "Some talk", "we bought a lantern yesterday")
    tell(reverie, "titled", "The lantern", "we bought a lantern yesterday", days_ago=20)
    first, second = reverie.search.find("lantern")
    assert (first.conversation, second.conversation) == ("titled", "plain")
    assert [first.title.text[a:b] for a, b in first.title.marks] == ["lantern"]


def test_a_title_alone_is_a_hit_without_a_message(reverie: Reverie) -> None:
    tell(reverie, "k", "Kilimanjaro in March", "we go up", "good luck")
    assert places(reverie, "kilimanjaor") == [("k", None)]


def test_a_hit_says_who_wrote_it_and_where_it_stands(reverie: Reverie) -> None:
    tell(reverie, "a", "Talk", "hello", "Take the **ferry** at noon.")
    (hit,) = reverie.search.find("ferry")
    assert (hit.role, hit.message) == (Role.ASSISTANT, "a1")
    assert hit.snippet.text == "Take the ferry at noon."
    assert hit.snippet.marks == ((9, 14),)


def test_what_is_typed_without_a_word_finds_nothing(reverie: Reverie) -> None:
    tell(reverie, "a", "Talk", "hello 😀")
    assert [reverie.search.find(typed) for typed in ("", "  ", '"', "😀", "\0")] == [[]] * 5


def test_temporary_conversations_are_never_found(reverie: Reverie) -> None:
    private = reverie.conversations.new(temporary=True)
    reverie.conversations.append(
        Message("t", private.id, 0, Role.USER, "a secret lantern", utc_now())
    )
    assert reverie.search.find("lantern") == []


def test_threads_search_while_others_write_and_delete(reverie: Reverie) -> None:
    tell(reverie, "stays", "Talk", "a lantern that stays")

    def write(number: int) -> None:
        tell(reverie, f"w{number}", "Talk", f"a lantern, number {number}")
        if number % 2:
            reverie.conversations.delete(f"w{number}")

    with ThreadPoolExecutor(4) as pool:
        writing = [pool.submit(write, number) for number in range(12)]
        asking = [pool.submit(reverie.search.find, "lantren") for _ in range(12)]
        for job in writing:
            job.result()
        assert all("stays" in {hit.conversation for hit in job.result()} for job in asking)
    found = {hit.conversation for hit in reverie.search.find("lantren")}
    assert found == {"stays", *(f"w{number}" for number in range(0, 12, 2))}


def test_the_command_line_searches_too(
    profile: Path, passphrase_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Reverie.open(profile, **OPEN) as reverie:
        tell(reverie, "a", "Talk", "hello", "\x1b[31m The ferry leaves. \x1b[0m")
    where = ["--profile", str(profile), "--passphrase-file", str(passphrase_file)]
    assert main([*where, "search", "ferry", "leavse"]) == 0
    printed = capsys.readouterr().out
    assert "Talk" in printed
    assert "ferry" in printed
    assert "\x1b" not in printed
    assert main([*where, "--json", "search", "ferry"]) == 0
    (hit,) = json.loads(capsys.readouterr().out)["hits"]
    assert (hit["conversation"], hit["message"], hit["role"]) == ("a", "a1", "assistant")
    start, end = hit["snippet"]["marks"][0]
    assert hit["snippet"]["text"][start:end] == "ferry"
    assert main([*where, "search", "nowhere"]) == 0
    assert capsys.readouterr().out.startswith("Nothing found.")
