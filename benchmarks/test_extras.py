"""What of the fortnight needs packages outside the lock: TRL's trainer and matplotlib's figures.

`make bench-trl` installs them and runs this; half a minute.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from adapters.recipe import Recipe
from benchmarks import averages, diary, fortnight, plots, stock_trainer
from benchmarks.arms import ARMS, CHAINED, OURS, STOCK, Bench, live, measure
from benchmarks.lives import Life
from benchmarks.simulation import Laboratory
from benchmarks.tasks import EMAIL, NOTE, QUESTION
from benchmarks.users import USERS
from tests.support.tiny_gguf import write_tiny

TERSE = USERS[0]


def test_plots_are_the_same_bytes_each_time(tmp_path: Path) -> None:
    costs = {EMAIL: [0.5, 0.7], NOTE: [0.4], QUESTION: [0.0]}
    measured = {"costs": costs, "advertised": 0.0, "kl": 0.02, "perplexity_rise": 1.0}
    lines = [
        {"user": one.name, "seed": 1, "arm": arm, "night": night, **measured}
        for one in USERS
        for arm in ARMS
        for night in (5, 6)
    ]
    found = averages.points(lines, ARMS)
    once, again = (plots.draw(found, tmp_path / name) for name in ("a", "b"))
    assert [path.name for path in once] == list(plots.FIGURES)
    for one, other in zip(once, again, strict=True):
        assert one.read_bytes() == other.read_bytes()
        assert all(arm in one.read_text() for arm in (STOCK, OURS, CHAINED))


@pytest.mark.filterwarnings("ignore::FutureWarning")
def test_the_stock_trainer_makes_an_adapter_that_can_be_attached(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HF_HUB_OFFLINE", "HF_DATASETS_OFFLINE", "HF_HUB_DISABLE_TELEMETRY", "HF_HOME"):
        monkeypatch.setenv(name, "")  # so that it is as it was afterwards
    monkeypatch.setenv("REVERIE_MODELS", str(tmp_path / "models"))
    stock_trainer.stay_on_this_machine(tmp_path)
    room = {".context_length": 4096}
    tiny = write_tiny(tmp_path / "tiny.gguf", layers=2, hidden=64, feed_forward=64, metadata=room)
    with Laboratory(tiny, threads=1) as laboratory:
        bench = Bench(laboratory, Recipe(min_steps=2, max_steps=2))
        today = diary.day(TERSE, 1, seed=1)
        stock, ours = (live(bench, arm, Life(), today, seed=1) for arm in (STOCK, OURS))
        assert stock.lora and ours.lora and stock.steps == ours.steps == 2
        one, other = (
            {name: it.shape for name, it in life.lora.tensors.items()}
            for life in (stock, ours)
            if life.lora
        )
        assert one == other
        standing = measure(bench, STOCK, stock, TERSE, fortnight.unseen_tasks(1, 1))
        assert standing.kl and standing.kl > 0
