"""Search in the index: what fits exactly, what goes on, what was meant; nothing is syntax."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as some
from store_support import NOON

from app.domain.ledger import Conversation, Message, Role
from app.domain.searching import cut, parse
from app.store import Store
from app.store.conversations import temporary_notebook
from app.store.search import ENOUGH, Fit, Search
from app.store.vocabulary import MOST_AT_ONCE

TRICKY = some.text(
    some.one_of(
        some.characters(codec="utf-8"),
        some.sampled_from("\"'\0*^:()-+{}~ \n😀👩‍🚀אבגسلامéß\u0301\u202e"),
    ),
    max_size=60,
)
OPERATORS = some.lists(
    some.sampled_from(["AND", "OR", "NOT", "NEAR(", ")", '"', "*", "text:", "^", "a", "-", "+"]),
    max_size=12,
).map(" ".join)


def talk(store: Store, *texts: str, conversation: str = "c", title: str = "Talk") -> None:
    """Each text is a message; its id is the text's number, the newest comes last."""
    if store.conversations.get(conversation) is None:
        store.conversations.add(Conversation(conversation, title, NOON, NOON))
    for text in texts:
        count = len(store.messages.of(conversation))
        name = f"{conversation}{count}"
        at = NOON + timedelta(minutes=count)
        store.messages.append(Message(name, conversation, 0, Role.USER, text, at))


def found(store: Store, typed: str) -> list[str]:
    """The texts that fit, best first."""
    places = store.search.find(parse(typed)).places
    ids = [place.message for place in places if place.message]
    texts = store.search.texts(ids)
    return [texts[identity] for identity in ids]


def fits(store: Store, typed: str) -> list[Fit]:
    return [place.fit for place in store.search.find(parse(typed)).places]


def test_all_words_must_be_there(store: Store) -> None:
    talk(store, "red wine", "red paint", "white wine")
    assert found(store, "wine red") == ["red wine"]


def test_case_and_accents_do_not_matter(store: Store) -> None:
    talk(store, "Un ÉTÉ à Évora")
    assert found(store, "evora ete") == ["Un ÉTÉ à Évora"]
    assert found(store, "Èvörâ") == ["Un ÉTÉ à Évora"]


def test_the_last_word_may_go_on_and_exact_hits_come_first(store: Store) -> None:
    talk(store, "an invoice", "some invoices", "invoice invoices")
    assert found(store, "invoic") == ["invoice invoices", "some invoices", "an invoice"]
    assert found(store, "invoice")[-1] == "some invoices"
    assert fits(store, "invoice")[-1] is Fit.GOES_ON


def test_a_phrase_is_words_that_follow_each_other(store: Store) -> None:
    talk(store, "red wine", "wine and red paint")
    assert found(store, '"red wine"') == ["red wine"]
    assert found(store, '"red wi') == ["red wine"]
    assert found(store, '"wine red"') == []


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("lighthosue", "lighthouse"),  # exchanged
        ("lighthuse", "lighthouse"),  # lost
        ("lighthousse", "lighthouse"),  # too much
        ("lightnouse", "lighthouse"),  # wrong
        ("ligthhuose", "lighthouse"),  # twice
        ("lihgtho", "lighthouse"),  # and not at its end yet
        ("mighthouse", "lighthouse"),  # even the first letter
        ("vrea", "vera"),
    ],
)
def test_typing_errors_are_forgiven(store: Store, typed: str, meant: str) -> None:
    talk(store, f"the {meant} on the rock", "something else")
    assert found(store, typed) == [f"the {meant} on the rock"]
    assert fits(store, typed) == [Fit.MEANT]


def test_short_words_mean_what_they_say(store: Store) -> None:
    talk(store, "the cat sat")
    assert found(store, "cut") == []


def test_what_was_typed_comes_before_what_may_have_been_meant(store: Store) -> None:
    talk(store, "the planet", "the planer", "the plane")
    hits = found(store, "planer")
    assert hits[0] == "the planer"
    assert set(hits[1:]) == {"the planet", "the plane"}


def test_a_part_of_a_compound_is_found(store: Store) -> None:
    talk(store, "Die Haftpflichtversicherung zahlt.", "我們在東京見面")
    assert found(store, "versicherung") == ["Die Haftpflichtversicherung zahlt."]
    assert found(store, "東京") == ["我們在東京見面"]


def test_among_equals_the_newer_comes_first(store: Store) -> None:
    for days, name in enumerate(("old", "older")):
        at = NOON - timedelta(days=400 * (days + 1))
        store.conversations.add(Conversation(name, "Talk", at, at))
        store.messages.append(Message(name, name, 0, Role.USER, f"the lamp is {name}", at))
    talk(store, "the lamp is new")
    assert found(store, "lamp") == ["the lamp is new", "the lamp is old", "the lamp is older"]


def test_a_text_that_is_about_it_comes_before_one_that_mentions_it(store: Store) -> None:
    talk(store, "lamp, a lamp, my lamp", "Many other things, and at their end also one lamp. " * 9)
    assert found(store, "lamp")[0] == "lamp, a lamp, my lamp"


def test_titles_are_searched_too(store: Store) -> None:
    talk(store, "we go up", conversation="k", title="Kilimanjaro in March")
    places = store.search.find(parse("kilimanjaro")).places
    assert [(place.conversation, place.message) for place in places] == [("k", None)]
    assert [p.conversation for p in store.search.find(parse("kilimanjaor")).places] == ["k"]


def test_a_word_that_is_everywhere_brings_the_newest(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.store.search.EVERYWHERE", 20)
    store.conversations.add(Conversation("c", "Talk", NOON, NOON))
    store.messages.add_many(
        [
            Message(f"m{i}", "c", i, Role.USER, f"always there {i}", NOON + timedelta(minutes=i))
            for i in range(ENOUGH + 50)
        ]
    )
    for typed in ("always", "alwa", "a"):
        hits = found(store, typed)
        assert len(hits) >= ENOUGH
        assert hits[0] == f"always there {ENOUGH + 49}"


def test_messages_that_come_are_found_at_once(store: Store) -> None:
    talk(store, "the first lamp")
    assert found(store, "harbour") == []
    talk(store, "the harbour")
    assert found(store, "harbuor") == ["the harbour"]
    talk(store, *(f"one more w{i}ord" for i in range(MOST_AT_ONCE + 5)))
    assert found(store, "w17rod") == ["one more w17ord"]


def test_what_an_aborted_transaction_wrote_is_not_found(store: Store) -> None:
    talk(store, "the lamp")
    with pytest.raises(ZeroDivisionError), store.transaction():
        store.conversations.delete("c")
        raise ZeroDivisionError
    assert found(store, "lmap") == ["the lamp"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(typed=some.one_of(TRICKY, OPERATORS))
def test_nothing_that_is_typed_is_syntax(store: Store, typed: str) -> None:
    if store.conversations.get("c") is None:
        talk(store, "a NOT OR near AND text: “quoted” \0 😀 שלום سلام été")
    assert len(found(store, typed)) <= 1


@settings(max_examples=60)
@given(text=TRICKY)
def test_every_text_is_found_by_its_words(text: str) -> None:
    """The words are cut as the index does it, but for what Unicode has taken in since 2012."""
    notebook = temporary_notebook()
    notebook.conversations.add(Conversation("c", "", NOON, NOON))
    notebook.messages.append(Message("m", "c", 0, Role.USER, text, NOON))
    handle = notebook.messages._handle
    search = Search(handle)
    indexed = {row["term"] for row in handle.rows("SELECT term FROM messages_words")}
    ours = {word for word, _, _ in cut(text)}
    for word in ours & indexed:
        assert [place.message for place in search.find(parse(word)).places] == ["m"]
    if text.isascii():
        assert ours == indexed
