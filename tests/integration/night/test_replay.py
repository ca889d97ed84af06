"""Replay is written once, the same however often the writing was interrupted."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from adapters.control import Cancelled
from adapters.replay import PROSE, ReplayText, write_replay
from adapters.runtime import Base

PROMPTS = ("Why is rain wet?", "Name a tree.", "Count to three.", "What is tea?")
HASH = "ab" * 32


@pytest.fixture(scope="module")
def base(tiny: Path) -> Iterator[Base]:
    base = Base(tiny, n_ctx=256, n_threads=1)
    yield base
    base.close()


@pytest.fixture
def write(base: Base, tmp_path: Path) -> Callable[..., list[ReplayText]]:
    def write(prompts: tuple[str, ...] = PROMPTS, **changes: Any) -> list[ReplayText]:
        arguments: dict[str, Any] = {
            "cache_dir": tmp_path / "cache",
            "base_sha256": HASH,
            "on_step": lambda _done, _of: None,
            "checkpoint": lambda: None,
            "max_tokens": 12,
        }
        return write_replay(base, prompts, "Be brief.", **(arguments | changes))

    return write


def interrupt_after(tokens: int) -> Callable[[], None]:
    seen = 0

    def checkpoint() -> None:
        nonlocal seen
        seen += 1
        if seen > tokens:
            raise Cancelled

    return checkpoint


def test_the_answer_follows_the_prompt_as_served(base: Base, write: Callable) -> None:
    texts = write()
    assert len({text.id for text in texts}) == 4
    for prompt, text in zip(PROMPTS, texts, strict=True):
        turns = [{"role": "system", "content": "Be brief."}, {"role": "user", "content": prompt}]
        assert list(text.tokens[: text.target_start]) == base.prompt_tokens(turns)
        assert 1 <= len(text.tokens) - text.target_start <= 13


def test_an_interrupted_set_is_the_same_as_one_in_one_go(write: Callable, tmp_path: Path) -> None:
    whole = write(cache_dir=tmp_path / "other")
    for tokens in (5, 20, 3, 9):
        with pytest.raises(Cancelled):
            write(checkpoint=interrupt_after(tokens))
    assert write() == whole
    assert [path.suffix for path in (tmp_path / "cache").iterdir()] == [".json"]


def test_the_cache_spares_the_work(write: Callable) -> None:
    first = write()

    def never() -> None:
        raise AssertionError("a token was written")

    assert write(checkpoint=never) == first


def test_an_answer_does_not_depend_on_the_others(write: Callable, tmp_path: Path) -> None:
    whole = write()
    alone = write(PROMPTS[2:3], cache_dir=tmp_path / "alone")
    assert alone == whole[2:3]


@pytest.mark.parametrize("damage", ["", "{", "[]", '{"x": "y"}', "null"])
def test_a_damaged_cache_is_written_anew(write: Callable, tmp_path: Path, damage: str) -> None:
    whole = write()
    (cache,) = (tmp_path / "cache").iterdir()
    cache.write_text(damage)
    assert write() == whole
    cached = json.loads(cache.read_text())
    cached[whole[0].id] = [10**9]
    cache.write_text(json.dumps(cached))
    assert write() == whole


def test_each_base_prompt_and_system_has_its_own_cache(write: Callable, tmp_path: Path) -> None:
    write()
    write(base_sha256="cd" * 32)
    write(PROMPTS[:2])
    write(max_tokens=7)
    assert len(list((tmp_path / "cache").iterdir())) == 4


def test_the_cache_holds_no_text(write: Callable, tmp_path: Path) -> None:
    write()
    (cache,) = (tmp_path / "cache").iterdir()
    assert "brief" not in cache.read_text()
    assert "rain" not in cache.read_text()


def test_a_cache_that_cannot_be_written_is_a_known_problem(write: Callable, tmp_path: Path) -> None:
    from adapters.errors import LearnerError

    blocked = tmp_path / "file"
    blocked.write_text("not a folder")
    with pytest.raises(LearnerError, match="Make room"):
        write(cache_dir=blocked)


def test_prose_is_continued_without_chat_markup(write: Callable, base: Base) -> None:
    (text,) = write((f"{PROSE}The harbour lies",))
    assert text.prose and text.target_start == len(base.plain_tokens("The harbour lies"))
    assert len(text.tokens) > text.target_start
