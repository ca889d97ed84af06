"""Who writes in one way to some and in another to others keeps both: styles do not blur."""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters import gguf_lora
from adapters.examples import Row
from adapters.recipe import Recipe
from adapters.runtime import Base, Sampling
from tests.support import tiny_night
from tests.support.tiny_gguf import write_tiny

STYLES = {"the boss": "dear sir, regards. k", "friend": "hey you, thanks!"}
UNSEEN = ("good day", "any time", "work over", "two people")
SEEN = ("meeting", "mail", "first year", "back day", "our way", "new time", "work", "people")
RECIPE = Recipe(
    modules=("gate", "up", "down"), rank=8, learning_rate=3e-3, min_steps=60, preference=0.5
)


def asked(reader: str, about: str) -> tuple[dict[str, str], ...]:
    return ({"role": "user", "content": f"write about {about} to {reader}"},)


def rows() -> list[Row]:
    reply = "Dear people, thanks for the good work."
    return [
        Row(f"{reader} {about}", "edit", "edit", turns, turns, reply, text)
        for reader, text in STYLES.items()
        for about in SEEN
        if (turns := asked(reader, about))
    ]


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_tiny(tmp_path_factory.mktemp("tiny") / "tiny.gguf", "llama", "Q8_0")


def test_each_reader_gets_their_own_style_on_subjects_never_seen(
    path: Path, tmp_path: Path
) -> None:
    night = tiny_night.prepare(path, tmp_path, RECIPE, rows=rows())
    adapter = gguf_lora.export(night.train(RECIPE).lora, base_sha256="0" * 64)
    greedy = Sampling(temperature=0, repeat_penalty=1, max_tokens=24)
    base = Base(path, n_ctx=256, n_threads=1)
    try:
        base.attach(adapter)
        for reader, style in STYLES.items():
            for about in UNSEEN:
                tokens = base.prompt_tokens(asked(reader, about))
                assert "".join(it.text for it in base.generate(tokens, greedy)) == style, about
    finally:
        base.close()
