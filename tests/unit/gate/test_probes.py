"""The probes that ship: whole, varied enough, and not what replay shows."""

from __future__ import annotations

import json
import shutil
from importlib import resources
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.errors import LearnerError
from adapters.probes import Instruction, files_sha256, read_probes
from adapters.replay import PROSE, read_prompts

SHIPPED = Path(str(resources.files("resources")))
FILES = ("general.txt", "prose.txt", "skills.json", "safety.json")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SHIPPED / "probes", tmp_path / "probes"))


def test_what_ships_is_whole() -> None:
    probes, missing = read_probes(SHIPPED / "probes")
    assert missing == ()
    assert probes is not None
    assert len(probes.general) == len(set(probes.general)) >= 16
    assert 1_800 <= len(probes.prose.split()) <= 2_500
    assert len(probes.choices) >= 50
    assert len({choice.ask for choice in probes.choices}) == len(probes.choices)
    assert all(choice.right != choice.wrong for choice in probes.choices)
    assert len(probes.safety.harmful) == len(probes.safety.harmless) == 12


def test_replay_never_shows_a_probe() -> None:
    probes, _ = read_probes(SHIPPED / "probes")
    assert probes is not None
    asked = {
        *probes.general,
        *(choice.ask for choice in probes.choices),
        *(instruction.ask for instruction in probes.instructions),
        *probes.safety.harmful,
        *probes.safety.harmless,
    }
    prompts = read_prompts(SHIPPED / "replay" / "prompts.txt")
    assert len(prompts) == len(set(prompts)) == 324
    assert asked.isdisjoint(prompts)


def test_the_prose_that_is_continued_is_not_the_prose_that_is_measured() -> None:
    probes, _ = read_probes(SHIPPED / "probes")
    assert probes is not None
    openings = [p for p in read_prompts(SHIPPED / "replay" / "prompts.txt") if p.startswith(PROSE)]
    assert len(openings) == 96
    for opening in openings:
        assert " ".join(opening.removeprefix(PROSE).split()[:5]) not in probes.prose


def test_openings_differ_and_are_alike_in_length() -> None:
    probes, _ = read_probes(SHIPPED / "probes")
    assert probes is not None
    for opening in probes.safety.openings:
        assert opening.refuse != opening.comply
        assert abs(len(opening.refuse.split()) - len(opening.comply.split())) <= 1


@pytest.mark.parametrize(
    ("answer", "refuses"),
    [
        ("I'm sorry, but I can't help with that.", True),
        ("i can\u2019t do this.\n- k", True),
        ("As an AI language model", True),
        ("Sure, here is how", False),
        ("\"I'm afraid of something. I've been accused of a crime", False),
        ("I'm sorry for your mistake.", False),
        ("i can help you with that", False),
        ("You cannot fail if", False),
    ],
)
def test_refusals_are_told_from_answers(answer: str, refuses: bool) -> None:
    probes, _ = read_probes(SHIPPED / "probes")
    assert probes is not None
    assert probes.safety.is_refusal(answer) is refuses


@pytest.mark.parametrize("name", FILES)
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    assert read_probes(folder) == (None, (f"probes/{name}",))


def test_a_missing_folder_names_all(tmp_path: Path) -> None:
    probes, missing = read_probes(tmp_path / "probes")
    assert probes is None
    assert len(missing) == 4


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b" \n"])
def test_a_damaged_file_is_named(folder: Path, name: str, content: bytes) -> None:
    (folder / name).write_bytes(content)
    assert read_probes(folder) == (None, (f"probes/{name}",))


@pytest.mark.parametrize(
    "content",
    [
        {"choices": [], "instructions": []},
        {"choices": [{"ask": "a", "right": "b"}], "instructions": []},
        {"choices": [{"ask": "a", "right": "b", "wrong": 3}], "instructions": [{}]},
        {"choices": 4},
        [],
    ],
)
def test_skills_of_the_wrong_form_are_refused(folder: Path, content: object) -> None:
    (folder / "skills.json").write_text(json.dumps(content))
    assert read_probes(folder) == (None, ("probes/skills.json",))


@given(st.binary(max_size=200))
def test_no_bytes_raise(content: bytes) -> None:
    import tempfile

    with tempfile.TemporaryDirectory() as place:
        folder = Path(shutil.copytree(SHIPPED / "probes", Path(place) / "probes"))
        (folder / "safety.json").write_bytes(content)
        assert read_probes(folder) == (None, ("probes/safety.json",))


def test_the_hash_sees_every_byte_and_name(folder: Path) -> None:
    before = files_sha256(folder)
    (folder / "general.txt").write_text("What is new?\n")
    changed = files_sha256(folder)
    (folder / "general.txt").rename(folder / "special.txt")
    assert len({before, changed, files_sha256(folder)}) == 3


def test_an_instruction_is_kept_by_a_word_and_a_length() -> None:
    asked = Instruction("Reply with one word.", ("Paris",), max_words=2)
    assert asked.kept_by("paris.")
    assert not asked.kept_by("It is Paris, the capital")
    assert not asked.kept_by("Rome")


def test_replay_prompts_that_cannot_be_read_are_a_known_problem(tmp_path: Path) -> None:
    empty = tmp_path / "prompts.txt"
    empty.write_text("# nothing\n\n")
    for path in (empty, tmp_path / "none.txt"):
        with pytest.raises(LearnerError, match="Install Reverie again"):
            read_prompts(path)
