"""What was being written is there again after a restart, and nothing of it where it must not be."""

from __future__ import annotations

import threading
from datetime import UTC, datetime
from pathlib import Path

from app.domain.ledger import Message, Role
from app.domain.provenance import Draft
from app.services import Reverie
from app.services.drafts import NEW, packed, unpacked

OPEN = {"passphrase": lambda: "words", "insist": True}


def reopened(profile: Path) -> Reverie:
    return Reverie.open(profile, **OPEN)


def test_drafts_survive_a_restart(profile: Path) -> None:
    with reopened(profile) as reverie:
        place = reverie.conversations.new().id
        reply = Message("reply", place, 0, Role.ASSISTANT, "Dear all,", datetime.now(UTC))
        reverie.conversations.append(reply)
        for where, text in ((NEW, "half a thou"), (place, "more to ask"), ("reply", "hey all,")):
            assert reverie.drafts.write(where, text)
    with reopened(profile) as reverie:
        drafts = [reverie.drafts.text(where) for where in (NEW, place, "reply")]
        assert drafts == ["half a thou", "more to ask", "hey all,"]
        reverie.drafts.write(NEW, "")
    with reopened(profile) as reverie:
        assert reverie.drafts.text(NEW) == ""
        assert set(reverie.store.drafts.all()) == {place, "reply"}


def test_a_messages_draft_survives_with_all_that_the_editor_saw(profile: Path) -> None:
    draft = Draft('hey "all",\n\U0001f600', ((0, 3), (5, 8)), ((3, 5),))
    with reopened(profile) as reverie:
        place = reverie.conversations.new().id
        reply = Message("reply", place, 0, Role.ASSISTANT, "Dear all,", datetime.now(UTC))
        reverie.conversations.append(reply)
        reverie.drafts.write("reply", packed(draft))
    with reopened(profile) as reverie:
        assert unpacked(reverie.drafts.text("reply")) == draft
        reverie.drafts.write("reply", packed(None))
        assert unpacked(reverie.drafts.text("reply")) is None


def test_a_saved_draft_survives_a_crash(profile: Path) -> None:
    with reopened(profile) as reverie:
        reverie.drafts.write(NEW, "saved")
        reverie.drafts.save()
        assert reverie.store.drafts.all() == {NEW: "saved"}
        assert not reverie.drafts.write(NEW, "saved")


def test_a_draft_does_not_outlive_its_conversation(profile: Path) -> None:
    with reopened(profile) as reverie:
        place = reverie.conversations.new().id
        reverie.drafts.write(place, "Wistfulcanary")
        reverie.drafts.save()
        reverie.conversations.delete(place)
        reverie.drafts.write(place, "Wistfulcanary again")
        reverie.drafts.save()
        assert reverie.store.drafts.all() == {}


def test_a_temporary_chats_draft_never_reaches_the_store(profile: Path) -> None:
    with reopened(profile) as reverie:
        place = reverie.conversations.new(temporary=True).id
        reverie.drafts.write(place, "Wistfulcanary")
        reverie.drafts.save()
        assert not any("Wistfulcanary" in text for text in reverie.store.dump())


def test_the_newest_draft_is_the_one_that_is_kept(profile: Path) -> None:
    """However the threads that save take turns."""
    with reopened(profile) as reverie:
        savers = []
        for number in range(12):
            reverie.drafts.write(NEW, f"version {number}")
            savers.append(threading.Thread(target=reverie.drafts.save))
            savers[-1].start()
        for saver in savers:
            saver.join()
        assert reverie.store.drafts.all() == {NEW: "version 11"}
