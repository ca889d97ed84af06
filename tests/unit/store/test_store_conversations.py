"""Conversations and what belongs to them: what goes in comes out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlcipher3 import dbapi2
from store_support import conversation, message, moment

from app.domain.ledger import (
    Arm,
    Origin,
    Setup,
    Summary,
)
from app.store import Store
from app.store.conversations import temporary_notebook
from app.store.errors import NotFoundError


class TestConversations:
    def test_newest_update_comes_first(self, store: Store) -> None:
        for identity, minutes in (("a", 1), ("b", 3), ("c", 2)):
            store.conversations.add(conversation(identity, minutes))
        assert [one.id for one in store.conversations.all()] == ["b", "c", "a"]
        store.conversations.save(conversation("a", 9))
        assert [one.id for one in store.conversations.all()] == ["a", "b", "c"]

    def test_what_is_saved_comes_back(self, store: Store) -> None:
        store.conversations.add(conversation("c"))
        setup = Setup("Be brief.", Arm.BOTH, temperature=0.0, top_p=0.5, max_tokens=9, seed=1)
        wanted = replace(
            conversation("c", 7), title="Žofie's plan", pinned=True, folder="Work", setup=setup
        )
        store.conversations.save(wanted)
        assert store.conversations.get("c") == wanted

    def test_delete_takes_the_messages_along(self, store: Store) -> None:
        store.conversations.add(conversation("c"))
        store.messages.add_many([message("m")])
        store.conversations.delete("c")
        assert store.conversations.get("c") is None
        assert store.messages.get("m") is None
        assert store.messages.of("c") == []

    def test_unknown_ids(self, store: Store) -> None:
        assert store.conversations.get("nobody") is None
        with pytest.raises(NotFoundError):
            store.conversations.save(conversation("nobody"))
        store.conversations.delete("nobody")


class TestSummaries:
    SUMMARY = Summary("b", "ba5e", "They spoke of the sea.")

    @pytest.fixture(autouse=True)
    def said(self, store: Store) -> None:
        store.conversations.add(conversation("c"))
        store.messages.add_many([message(identity, at) for at, identity in enumerate("abcd")])
        store.notebook.summaries.keep(self.SUMMARY)

    def test_the_newest_of_a_message_stands(self, store: Store) -> None:
        assert store.notebook.summaries.of("c") == {"b": self.SUMMARY}
        newer = replace(self.SUMMARY, text="Of tides.")
        store.notebook.summaries.keep(newer)
        assert store.notebook.summaries.of("c") == {"b": newer}
        assert store.notebook.summaries.of("another") == {}

    def test_it_goes_with_its_conversation(self, store: Store) -> None:
        store.conversations.delete("c")
        assert not any("spoke of" in text for text in store.dump())
        with pytest.raises(NotFoundError):
            store.notebook.summaries.keep(self.SUMMARY)

    def test_it_goes_when_what_it_tells_of_is_changed(self, store: Store) -> None:
        store.messages.save(message("c", 2, text="anew"))
        store.messages.save(message("a", 0, partial=True))
        assert store.notebook.summaries.of("c") == {"b": self.SUMMARY}
        store.messages.save(message("a", 0, text="anew"))
        assert store.notebook.summaries.of("c") == {}


class TestMessages:
    def test_all_fields_come_back(self, store: Store) -> None:
        store.conversations.add(conversation("c"))
        origin = Origin(("memory",), ("a", "b"), 90, 60, 2, 30, 0.25, 41.5)
        whole = message("m", 4, base="ba5e", adapter="a1", arm=Arm.BOTH, partial=True)
        whole = replace(whole, parent="before", origin=origin)
        store.messages.add_many([whole])
        assert store.messages.get("m") == whole

    def test_append_counts_up_within_its_conversation(self, store: Store) -> None:
        for identity in ("c", "d"):
            store.conversations.add(conversation(identity))
        store.messages.append(message("other", conversation="d"))
        placed = [store.messages.append(message(identity)) for identity in ("x", "y", "z")]
        assert [one.position for one in placed] == [0, 1, 2]
        assert [one.id for one in store.messages.of("c")] == ["x", "y", "z"]

    def test_what_is_appended_is_the_branch_that_is_shown(self, store: Store) -> None:
        store.conversations.add(conversation("c"))
        store.messages.append(message("m", at=moment(5)))
        shown = store.conversations.get("c")
        assert shown is not None and (shown.leaf, shown.updated) == ("m", moment(5))

    def test_what_is_saved_comes_back(self, store: Store) -> None:
        store.conversations.add(conversation("c"))
        store.messages.add_many([message("m", partial=True)])
        store.messages.save(message("m", text="whole", origin=Origin(completion_tokens=3)))
        wanted = message("m", text="whole", origin=Origin(completion_tokens=3))
        assert store.messages.get("m") == wanted

    def test_a_taken_position_is_refused(self, store: Store) -> None:
        store.conversations.add(conversation("c"))
        store.messages.add_many([message("m", 1)])
        with pytest.raises(dbapi2.IntegrityError):
            store.messages.add_many([message("n", 1)])

    def test_unknown_ids(self, store: Store) -> None:
        with pytest.raises(NotFoundError):
            store.messages.append(message("m", conversation="gone"))
        with pytest.raises(NotFoundError):
            store.messages.save(message("nobody"))
        assert store.messages.get("nobody") is None


class TestDraftsAndPresets:
    def test_a_draft_is_kept_until_it_is_empty(self, store: Store) -> None:
        store.drafts.keep("c", "half a sen")
        store.drafts.keep("c", "half a sentence")
        assert store.drafts.all() == {"c": "half a sentence"}
        store.drafts.keep("c", "")
        assert store.drafts.all() == {}

    def test_drafts_go_with_what_they_belong_to(self, store: Store) -> None:
        store.conversations.add(conversation("c"))
        store.messages.append(message("m"))
        for place in ("c", "m", "new"):
            store.drafts.keep(place, "words")
        store.conversations.delete("c")
        assert store.drafts.all() == {"new": "words"}

    def test_presets_by_name(self, store: Store) -> None:
        for name in ("Letters", "Code", "Letters"):
            store.presets.save(name, Setup(system=f"For {name}.", arm=Arm.BASE))
        assert list(store.presets.all()) == ["Code", "Letters"]
        assert store.presets.all()["Code"] == Setup(system="For Code.", arm=Arm.BASE)
        store.presets.delete("Code")
        store.presets.delete("Code")
        assert list(store.presets.all()) == ["Letters"]


def test_a_temporary_notebook_keeps_what_it_is_given() -> None:
    notebook = temporary_notebook()
    notebook.conversations.add(conversation("c"))
    notebook.messages.append(message("m"))
    assert [one.id for one in notebook.messages.of("c")] == ["m"]
    notebook.conversations.delete("c")
    assert notebook.messages.get("m") is None
