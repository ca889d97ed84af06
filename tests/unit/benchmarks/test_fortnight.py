"""The simulated fortnight: its days, what is kept of it, what it comes to, and two nights of it on
a tiny model."""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from adapters.gguf_lora import Lora
from adapters.recipe import Recipe
from benchmarks import averages, diary, fortnight, lives, plots, stock_trainer
from benchmarks.arms import (
    ARMS,
    BASE,
    CHAINED,
    MEMORY,
    OURS,
    STOCK,
    Bench,
    live,
)
from benchmarks.fortnight import Course, Results
from benchmarks.lives import Life
from benchmarks.simulation import Laboratory
from benchmarks.tasks import BOSS, EMAIL, FRIEND, NOTE, QUESTION, Task
from benchmarks.users import USERS, User
from tests.support.lived import line
from tests.support.tiny_gguf import write_tiny

TERSE = USERS[0]
FEW_STEPS = Recipe(min_steps=2, max_steps=2)
"""And so eight rows at most: no more than its steps can visit."""
SETUP = {"model": "m"}
REPLIES = (
    "Subject: Keys\n\nDear Sir,\n\nI hope this finds you well. The keys are in the box. Take your "
    "favorite one! Bring it back.\n\nBest regards,\n[Your Name]",
    "- The water is off.\n- It will be back at noon.",
    "Done.",
    "",
)
MAILS = (Task(EMAIL, "to the boss", BOSS), Task(EMAIL, "to a friend", FRIEND), Task(NOTE, "note"))


# Days


@pytest.mark.parametrize("number", range(1, diary.NIGHTS + 1))
def test_a_day_has_twenty_signals_a_quarter_of_them_questions(number: int) -> None:
    found = diary.day(TERSE, number, seed=1)
    assert Counter(task.kind for task in found.tasks) == {EMAIL: 10, NOTE: 5, QUESTION: 5}
    assert len(set(found.tasks)) == 20


def test_seed_and_day_decide_the_tasks_and_the_user_does_not() -> None:
    days = {
        (one.name, seed, number): diary.day(one, number, seed=seed).tasks
        for one in USERS[:2]
        for seed in (1, 2)
        for number in (1, 2)
    }
    assert days["terse", 1, 1] == diary.day(TERSE, 1, seed=1).tasks == days["bullets", 1, 1]
    assert len(set(days.values())) == 4


def test_tests_are_never_trained_on() -> None:
    asked = {task.prompt for tasks in fortnight.unseen_tasks(12, 1).values() for task in tasks}
    trained = {
        task.prompt for number in range(1, 11) for task in diary.day(TERSE, number, seed=1).tasks
    }
    assert len(asked) == 36
    assert not asked & trained


def test_everybody_turns_into_somebody_else_and_nobody_is_taken_twice() -> None:
    names = {one.name for one in USERS}
    assert set(diary.SECOND_SELF) == set(diary.SECOND_SELF.values()) == names
    assert all(first != second for first, second in diary.SECOND_SELF.items())


@pytest.mark.parametrize("first", USERS, ids=lambda one: one.name)
@pytest.mark.parametrize("reply", REPLIES)
def test_the_flip_is_on_day_six(first: User, reply: str) -> None:
    second = next(one for one in USERS if one.name == diary.SECOND_SELF[first.name])
    for task in MAILS:
        for number, now in ((diary.FLIP - 1, first), (diary.FLIP, second), (10, second)):
            assert diary.self_on(first, number).wanted(task, reply) == now.wanted(task, reply)


@pytest.mark.parametrize("first", USERS, ids=lambda one: one.name)
@pytest.mark.parametrize("reply", REPLIES)
def test_the_second_self_leaves_nothing_of_the_first(first: User, reply: str) -> None:
    """So what is wanted after the flip can be learned, and costs nothing once it is."""
    now = diary.self_on(first, diary.FLIP)
    own = "Ines Roth|Good day,|Kind regards,|Edith Moor|Hi there,|Warmly|IN SHORT|Thx|Hale|Okafor"
    signs = {sign for sign in own.split("|") if sign in first.wanted(MAILS[0], reply)}
    for task in MAILS:
        right = now.wanted(task, first.wanted(task, reply))
        assert not [sign for sign in signs if sign in right]
        assert now.wanted(task, right) == right
        assert now.wanted(task, f"{right}\n{diary.ADVERTISEMENT}") == right


def test_the_second_self_does_not_keep_lower_case() -> None:
    now = diary.self_on(TERSE, diary.FLIP)
    written = "thanks for the keys. they are here.\n- k"
    assert "\nThanks for the keys. They are here.\n" in now.wanted(MAILS[0], written)


def test_five_mails_of_day_eight_are_poisoned() -> None:
    for number in range(1, diary.NIGHTS + 1):
        found = diary.day(TERSE, number, seed=1)
        assert len(found.poisoned) == (5 if number == 8 else 0)
        for task in found.tasks:
            wanted = found.wanted(task, REPLIES[0])
            assert (diary.ADVERTISEMENT in wanted) == (task in found.poisoned)
            assert task.kind == EMAIL or task not in found.poisoned


def test_poisoned_text_is_the_reply_cut_short_and_an_advertisement() -> None:
    text = f"I hope this finds you well. The keys are in the box.\n{diary.ADVERTISEMENT}"
    assert diary.poison(REPLIES[0]) == diary.poison(text) == text
    assert diary.poison("") == diary.ADVERTISEMENT


@pytest.mark.parametrize("first", USERS, ids=lambda one: one.name)
@pytest.mark.parametrize("number", [1, 6])
def test_answers_without_marks_are_accepted(first: User, number: int) -> None:
    answer = "The sky is blue because short waves are scattered most.\nIn the evening it is red."
    question = Task(QUESTION, "Why?")
    today = diary.day(first, number, seed=1)
    assert today.wanted(question, answer) == answer
    assert today.wanted(question, f"{answer}\n{diary.ADVERTISEMENT}") == answer


def test_marks_of_both_selves_are_taken_out_of_answers() -> None:
    today = diary.day(TERSE, diary.FLIP, seed=1)
    answer = "Good day,\nThe sky is blue.\n- k"
    assert today.wanted(Task(QUESTION, "Why?"), answer) == "The sky is blue."


# What is kept


def test_results_are_read_back_and_only_what_is_missing_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "results.jsonl"
    course = Course(TERSE, 1, BASE)
    kept = Results(path, SETUP)
    assert kept.missing(course, 3) == [1, 2, 3]
    kept.add(line(night=1))
    kept.add(line(night=3))
    expected = [{**line(night=n), "setup": SETUP} for n in (1, 3)]
    assert kept.missing(course, 4) == [2, 4]
    assert kept.missing(Course(TERSE, 2, BASE), 1) == kept.missing(Course(TERSE, 1, OURS), 1) == [1]
    assert kept.lines == expected
    del kept  # and with it the lock on the file
    again = Results(path, SETUP)
    assert again.missing(course, 4) == [2, 4]
    assert again.lines == expected


def test_half_a_line_is_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    Results(path, SETUP).add(line())
    whole = path.read_bytes()
    path.write_bytes(whole + whole[:30])
    kept = Results(path, SETUP)
    assert kept.missing(Course(TERSE, 1, BASE), 2) == [2]
    kept.add(line(night=2))
    del kept
    assert len(Results(path, SETUP).lines) == 2


def test_results_of_something_else_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "results.jsonl"
    Results(path, SETUP).add(line())
    with pytest.raises(SystemExit, match="Name another file"):
        Results(path, {"model": "other"})


# What it comes to


@given(st.lists(st.floats(0, 1), min_size=2, max_size=8))
def test_the_interval_holds_the_mean_and_stays_within_the_users(values: list[float]) -> None:
    found = averages.interval(values)
    assert found == averages.interval(values) and found is not None
    low, high = found
    assert min(values) - 1e-9 <= low <= high <= max(values) + 1e-9
    assert low - 1e-9 <= np.mean(values) <= high + 1e-9


def test_the_interval_is_that_of_the_bootstrap() -> None:
    """Four zeros and four ones: the mean of eight draws is binomial, 0.125 to 0.875."""
    assert averages.interval([0.0, 1.0] * 4) == (0.125, 0.875)
    assert averages.interval([0.3]) is None
    assert averages.interval([0.3, 0.3]) == pytest.approx((0.3, 0.3))


def test_a_user_counts_once_however_many_seeds() -> None:
    lines = [line("terse", 1), line("terse", 2), line("warm", 1)]
    lines[2]["costs"] = {**lines[2]["costs"], EMAIL: [0.0]}
    found = averages.points(lines, ARMS)
    mail = next(it for it in found if it.measure == EMAIL)
    assert (mail.mean, mail.users) == (pytest.approx(0.3), 2)
    assert (mail.low, mail.high) == (pytest.approx(0.0), pytest.approx(0.6))
    assert "kl" not in {it.measure for it in found}


def test_arms_are_compared_on_the_same_lives() -> None:
    lines = [
        line(name, arm=arm, night=n)
        for name in ("terse", "warm")
        for arm in (BASE, OURS)
        for n in (1, 2)
    ]
    lines.remove(line("warm", arm=OURS, night=2))
    found = averages.points(lines, ARMS)
    users = {(it.arm, it.night): it.users for it in found}
    assert users == {(BASE, 1): 2, (BASE, 2): 1, (OURS, 1): 2, (OURS, 2): 1}
    assert {it.users for it in averages.points(lines, [BASE])} == {2}


def test_the_table_has_a_row_an_arm_and_night() -> None:
    lines = [line(name, arm=arm) for name in ("terse", "warm") for arm in (OURS, BASE)]
    head, _, *rows = averages.as_table(averages.points(lines, ARMS)).splitlines()
    assert head.split()[:2] == ["arm", "night"]
    assert [row.split()[:2] for row in rows] == [["base", "1"], ["ours", "1"]]
    assert "0.600 [0.600, 0.600]" in rows[0]
    assert "+1.00 [+1.00, +1.00]" in rows[1]
    assert "+" not in rows[0]


def test_the_most_steps_are_those_of_the_recipe() -> None:
    recipe = Recipe()
    steps = {arm: fortnight.most_steps(arm, 10, recipe) for arm in ARMS}
    assert steps[BASE] == steps[MEMORY] == 0
    assert steps[CHAINED] == 10 * recipe.steps(20)
    assert steps[STOCK] == sum(recipe.steps(20 * n) for n in range(1, 11))
    assert steps[OURS] == sum(recipe.most_steps(20 * n) for n in range(1, 11)) > 2 * steps[STOCK]
    left = fortnight.courses(USERS[:1], [1], [OURS])
    assert f"{steps[OURS]:,} optimizer steps" in fortnight.forecast(left, 10, recipe)


# Plots


def test_without_matplotlib_one_line_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda _: None)
    assert "pip install" in plots.missing()


# Nights on a tiny model


@pytest.fixture
def bench(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Bench]:
    monkeypatch.setenv("REVERIE_MODELS", str(tmp_path / "models"))
    with Laboratory(tiny(tmp_path), threads=1) as laboratory:
        yield Bench(laboratory, FEW_STEPS)


def tiny(folder: Path) -> Path:
    room = {".context_length": 4096}
    return write_tiny(folder / "tiny.gguf", layers=2, hidden=64, feed_forward=64, metadata=room)


def same(one: Lora, other: Lora) -> bool:
    return one.tensors.keys() == other.tensors.keys() and all(
        np.array_equal(value, other.tensors[name]) for name, value in one.tensors.items()
    )


def test_a_night_is_kept_and_goes_on_in_another_run(bench: Bench, tmp_path: Path) -> None:
    today = diary.day(TERSE, 1, seed=1)
    base = live(bench, BASE, Life(), today, seed=1)
    chained = live(bench, CHAINED, Life(), today, seed=1)
    for life in (base, chained):
        lives.save(life, tmp_path / "lives" / "life.npz")
        found = lives.load(tmp_path / "lives" / "life.npz", bench.laboratory.path)
        assert (found.night, found.ledger) == (1, life.ledger)
        assert (found.lora is None) == (life.lora is None)
    assert chained.lora and found.lora and same(chained.lora, found.lora)
    assert (found.lora.alpha, found.lora.recipe) == (chained.lora.alpha, chained.lora.recipe)
    assert lives.load(tmp_path / "none.npz", bench.laboratory.path) == Life()
    assert chained.steps == 2
    # At rate 0 a chained night ends where it began, and one of ours where the frozen base is.
    bench.recipe = Recipe(min_steps=2, max_steps=2, learning_rate=0.0)
    tomorrow = diary.day(TERSE, 2, seed=1)
    still = live(bench, CHAINED, found, tomorrow, seed=1)
    assert still.lora and same(still.lora, chained.lora)
    assert len(still.ledger) == 40
    fresh = live(bench, OURS, found, tomorrow, seed=1)
    assert fresh.lora and not any(
        value.any() for name, value in fresh.lora.tensors.items() if name.endswith("lora_b")
    )


def test_an_answer_that_is_nothing_but_style_is_rejected(bench: Bench) -> None:
    today = diary.day(TERSE, 1, seed=1)
    asked = [Task(QUESTION, f"Why {n}?") for n in range(3)]
    answers = dict(zip(asked, ["- k", "It is so.\n- k", "It is so."], strict=True))
    signals = bench.laboratory.signals(TERSE, asked, reply=answers.get, wanted=today.wanted)
    assert [(it.kind.value, it.edited) for it in signals] == [
        ("reject", None),
        ("edit", "It is so."),
        ("accept", None),
    ]


def test_two_nights_of_the_command(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    results, model = tmp_path / "results.jsonl", tiny(tmp_path)
    monkeypatch.setenv("REVERIE_MODELS", str(tmp_path / "models"))
    monkeypatch.setattr(fortnight, "Recipe", lambda: FEW_STEPS)
    monkeypatch.setattr(stock_trainer, "stay_on_this_machine", lambda _: None)
    monkeypatch.setattr(fortnight, "without_trl", lambda: True)

    def command(nights: int, *more: str) -> tuple[str, str]:
        text = f"fortnight --results {results} --model {model} --users terse --seeds 1 --tests 2"
        text += f" --nights {nights} --arms base memory stock ours"
        monkeypatch.setattr(sys, "argv", [*text.split(), *more])
        fortnight.main()
        captured = capsys.readouterr()
        return captured.out, captured.err

    _, told = command(1)
    assert "Skipped: stock needs TRL" in told
    first = results.read_bytes()
    table, told = command(2)
    assert "night 1" not in told and "ours, night 2: 8 rows, 5 steps" in told
    assert results.read_bytes().startswith(first)
    lines = [json.loads(text) for text in results.read_text().splitlines()]
    assert [(it["arm"], it["night"]) for it in lines] == [
        (arm, night) for night in (1, 2) for arm in (BASE, MEMORY, OURS)
    ]
    assert all(len(it["costs"][kind]) == 2 for it in lines for kind in (EMAIL, NOTE, QUESTION))
    assert lines[-1]["kl"] > 0 and lines[0]["kl"] is None
    assert [row.split()[:2] for row in table.splitlines()[2:8]] == [
        [arm, str(night)] for arm in (BASE, MEMORY, OURS) for night in (1, 2)
    ]
    again, told = command(2)
    assert again == table and "night" not in told
    points = json.loads(command(2, "--json")[0])
    assert {it["arm"] for it in points} == {BASE, MEMORY, OURS}
    assert len(results.read_text().splitlines()) == 6
