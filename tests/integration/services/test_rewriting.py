"""A passage in other words, by the real starter model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.engine.client import Stop
from app.services import Reverie
from app.services.rewriting import NothingToRewrite, Rewritten, Wish

OPEN = {"passphrase": lambda: "words", "insist": True}
REPLY = (
    "Dear Anna,\n\nI am writing to let you know that I will unfortunately not be able to attend "
    "the meeting on Thursday, because I have another appointment that I cannot move.\n\nTom"
)
START = REPLY.index("I am")
PASSAGE = (START - 2, REPLY.index("Tom"))


@pytest.fixture(scope="module")
def reverie(models_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reverie]:
    with Reverie.open(tmp_path_factory.mktemp("rewriting") / "profile", **OPEN) as opened:
        yield opened


@pytest.mark.parametrize("wish", [Wish.SHORTER, Wish.FORMAL, "mention that {I} am sorry"])
def test_a_passage_comes_back_in_other_words_with_its_white_space(
    reverie: Reverie, wish: Wish | str
) -> None:
    old = REPLY[slice(*PASSAGE)]
    *growing, last = reverie.rewriting.rewrite(REPLY, PASSAGE, wish, Stop())
    assert last.done
    assert last.text.startswith("\n\n")
    assert last.text.endswith("\n\n")
    assert last.text.strip()
    assert last.text != old
    assert not any(piece.done for piece in growing)
    lengths = [len(piece.text) for piece in growing]
    assert lengths == sorted(lengths)
    assert len(last.text) < 4 * len(old)  # as many tokens as it is allowed, however long


def test_stopping_ends_it_without_a_result_and_frees_the_model(reverie: Reverie) -> None:
    pieces: list[Rewritten] = []
    stop = Stop()
    for piece in reverie.rewriting.rewrite(REPLY, PASSAGE, Wish.WARMER, stop):
        pieces.append(piece)
        if len(pieces) == 2:
            stop.ask()
    assert [piece.done for piece in pieces] == [False, False]
    *_, last = reverie.rewriting.rewrite("Come soon.", (0, 10), Wish.LANGUAGE, Stop())
    assert last.done


def test_nothing_is_stored_and_memories_and_adapter_stay_out(reverie: Reverie) -> None:
    list(reverie.rewriting.rewrite(REPLY, PASSAGE, Wish.SHORTER, Stop()))
    assert reverie.conversations.all() == []
    assert reverie.signals.all() == []
    assert reverie.models.engine().adapter is None


def test_white_space_alone_is_refused(reverie: Reverie) -> None:
    with pytest.raises(NothingToRewrite):
        list(reverie.rewriting.rewrite(REPLY, (START - 2, START), Wish.SHORTER, Stop()))
