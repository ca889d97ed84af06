"""The time left: never negative, falling, free of pauses, close to the truth after a while."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from adapters.progress import MEASURE, PHASES, REPLAY, TRAIN, Progress


class Simulated:
    """A night whose clock is told how long each step takes."""

    def __init__(self, plan: dict[str, int]) -> None:
        self.now = 100.0
        self.halted = 0.0
        self.messages: list[dict] = []
        self.progress = Progress(
            plan, self.messages.append, lambda: self.halted, clock=lambda: self.now
        )

    def run(self, phase: str, steps: int, seconds: float) -> None:
        self.progress.begin(phase, left=steps)
        for _ in range(steps):
            self.now += seconds
            self.progress.step()

    @property
    def left(self) -> float:
        return self.messages[-1]["seconds_left"]


def test_it_converges_to_the_measured_rate() -> None:
    night = Simulated({TRAIN: 50, MEASURE: 1})
    night.run(REPLAY, 10, 0.1)
    night.progress.begin(TRAIN, left=50)
    for _ in range(25):
        night.now += 4.0
        night.progress.step()
    assert 80 < night.left < 125, "25 steps of 4 seconds are left, and a little more"


def test_time_spent_paused_changes_no_rate() -> None:
    paused, straight = Simulated({TRAIN: 20}), Simulated({TRAIN: 20})
    for night in (paused, straight):
        night.progress.begin(TRAIN)
        for step in range(10):
            night.now += 1.0
            if night is paused and step == 5:
                night.now += 1_000.0
                night.halted += 1_000.0
            night.progress.step()
    assert paused.messages == straight.messages
    assert paused.progress.seconds() == straight.progress.seconds()


def test_steps_and_phases_are_reported_in_order() -> None:
    night = Simulated({})
    for phase in PHASES:
        night.run(phase, 3, 0.5)
    seen = [(m["phase"], m["step"], m["of"]) for m in night.messages]
    assert seen == [(phase, step, 3) for phase in PHASES for step in range(4)]
    assert night.left <= 1.0
    assert night.progress.seconds() == dict.fromkeys(PHASES, 1.5)


def test_more_steps_than_planned_do_not_overflow() -> None:
    night = Simulated({})
    night.progress.begin(MEASURE, left=2)
    for _ in range(5):
        night.progress.step()
    assert all(m["step"] <= m["of"] for m in night.messages)


def test_training_once_more_has_its_own_steps_left() -> None:
    night = Simulated({TRAIN: 10})
    night.run(TRAIN, 10, 1.0)
    night.progress.begin(MEASURE, left=1)
    night.progress.begin(TRAIN, left=4)
    assert (night.messages[-1]["step"], night.messages[-1]["of"]) == (10, 14)


def test_what_comes_later_is_part_of_the_time_left_from_the_start() -> None:
    """Training on all rows waits until the first candidate has passed, and was forgotten of."""
    night = Simulated({TRAIN: 30, MEASURE: 20})
    night.run(TRAIN, 20, 1.8)
    night.progress.begin(MEASURE, left=20, later={TRAIN: 10})
    for _ in range(10):
        night.now += 0.35
        night.progress.step()
    assert night.left > 10 * 1.8
    night.progress.begin(TRAIN, left=10)
    assert (night.messages[-1]["step"], night.messages[-1]["of"]) == (20, 30)


def test_a_slow_machine_is_known_before_it_has_measured() -> None:
    """Four times slower than the first guesses: so will be what has not begun yet."""
    night = Simulated({TRAIN: 60, MEASURE: 300})
    night.run(TRAIN, 60, 4 * 1.8)
    truth = 300 * 4 * 0.35
    assert 0.8 * truth < night.left < 1.2 * truth


def test_another_candidate_makes_it_longer() -> None:
    night = Simulated({TRAIN: 30, MEASURE: 20})
    night.run(TRAIN, 30, 1.8)
    night.run(MEASURE, 20, 0.35)
    before = night.left
    night.progress.begin(MEASURE, left=20)
    assert night.left > before
    assert (night.messages[-1]["step"], night.messages[-1]["of"]) == (20, 40)


@given(st.lists(st.tuples(st.sampled_from(PHASES), st.floats(0, 1e4)), max_size=40))
def test_it_is_never_negative(steps: list[tuple[str, float]]) -> None:
    night = Simulated({TRAIN: 5})
    for phase, seconds in sorted(steps, key=lambda step: PHASES.index(step[0])):
        if night.messages == [] or night.messages[-1]["phase"] != phase:
            night.progress.begin(phase, left=3)
        night.now += seconds
        night.progress.step()
    assert all(message["seconds_left"] >= 0 for message in night.messages)


def test_a_steady_night_counts_down() -> None:
    night = Simulated({TRAIN: 40, MEASURE: 10})
    night.run(TRAIN, 40, 1.8)
    lefts = [m["seconds_left"] for m in night.messages]
    rises = [b - a for a, b in pairwise(lefts) if b > a]
    assert max(rises, default=0) < 1.0
