"""What simulated users ask for: nothing of it is in the texts that a night is held to."""

from __future__ import annotations

from importlib import resources
from itertools import combinations
from pathlib import Path

import pytest

from adapters.replay import read_prompts
from benchmarks.tasks import DOCUMENT, EMAIL, NOTE, QUESTION, Task, draw

REPLAY = read_prompts(Path(str(resources.files("resources"))) / "replay" / "prompts.txt")
KINDS = (EMAIL, NOTE, QUESTION, DOCUMENT)


@pytest.mark.parametrize("kind", KINDS)
def test_no_night_learns_from_what_it_is_asked(kind: str) -> None:
    asked = {task.prompt.rstrip(".?").lower() for task in draw(kind, 24, seed=1, unseen=True)}
    known = "\n".join(REPLAY).lower()
    assert len(asked) == 24
    assert not [prompt for prompt in asked if prompt in known]


def test_a_document_is_about_something_new() -> None:
    """The replay asks for texts of this kind, too, about other things."""
    known = "\n".join(REPLAY).lower()
    about = {task.prompt.partition(" about ")[2].rstrip(".") for task in draw_all(DOCUMENT)}
    assert not [subject for subject in about if subject and subject in known]


def test_kinds_share_no_request() -> None:
    drawn = [{task.prompt for task in draw_all(kind)} for kind in KINDS]
    assert not any(one & other for one, other in combinations(drawn, 2))


def draw_all(kind: str) -> list[Task]:
    return draw(kind, 24, seed=1, unseen=True)
