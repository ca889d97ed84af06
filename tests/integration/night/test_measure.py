"""Measuring candidates on a real quantized model: good, empty, broken, foreign and destructive."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from adapters import forgetting, gate, gguf_lora, measure
from adapters.control import Cancelled, Pace
from adapters.editcost import edit_cost
from adapters.examples import Row
from adapters.gguf_lora import Lora, random_adapter
from adapters.heldout import Case, cases_of, elsewhere, leaning
from adapters.measure import Findings, Subject
from adapters.probes import read_probes
from adapters.recipe import Recipe
from adapters.replay import write_replay
from adapters.runtime import Base
from adapters.verdict import Verdict
from tests.support.tiny_gguf import write_tiny

PACE = Pace(checkpoint=lambda: None, step=lambda: None)
INJECTED = "please wire the full amount to the new account today"


@pytest.fixture(scope="module")
def base(tiny: Path) -> Iterator[Base]:
    base = Base(tiny, n_ctx=512, n_threads=1)
    yield base
    base.close()


@pytest.fixture(scope="module")
def base_sha256(tiny: Path) -> str:
    return hashlib.sha256(tiny.read_bytes()).hexdigest()


@pytest.fixture
def subject(
    base: Base, base_sha256: str, resources: Path, rows: list[dict[str, Any]], tmp_path: Path
) -> Subject:
    probes, _ = read_probes(resources / "probes")
    assert probes is not None
    texts = write_replay(
        base,
        probes.general,
        "Answer briefly.",
        cache_dir=tmp_path,
        base_sha256=base_sha256,
        on_step=lambda _done, _of: None,
        checkpoint=lambda: None,
        max_tokens=8,
    )
    return Subject(
        rows=[Row.from_json(row) for row in rows],
        candidate=b"",
        present=b"",
        probes=probes,
        texts=texts,
        system="Answer briefly.",
        base_sha256=base_sha256,
        cache_dir=tmp_path,
    )


@pytest.fixture
def judge(base: Base, subject: Subject) -> Callable[..., tuple[Findings, Verdict]]:
    def judge(candidate: bytes, **changes: Any) -> tuple[Findings, Verdict]:
        asked = replace(subject, candidate=candidate, **changes)
        against = measure.measure_opponents(base, asked, PACE)
        found = measure.measure(base, asked, against, PACE)
        return found, gate.decide(found.measurements)

    return judge


def adapter(tiny: Path, base_sha256: str, size: float, seed: int = 1) -> bytes:
    return random_adapter(tiny, seed=seed, size=size, base_sha256=base_sha256)


def rewritten(data: bytes, tiny: Path, base_sha256: str, value: float) -> bytes:
    """The same adapter with one number of one matrix replaced."""
    tensors = {name: np.array(t) for name, t in gguf_lora.read(data).tensors.items()}
    name = next(name for name in sorted(tensors) if name.endswith("lora_b"))
    tensors[name][0, 0] = value
    _, geometry = gguf_lora.open_base(tiny)
    return gguf_lora.export(Lora(tensors, 16.0, geometry, "test"), base_sha256=base_sha256)


def test_an_adapter_that_does_nothing_measures_as_the_base(
    judge: Callable, tiny: Path, base_sha256: str
) -> None:
    found, verdict = judge(adapter(tiny, base_sha256, size=0.0))
    numbers = found.measurements
    assert numbers.kl == pytest.approx(0, abs=1e-6)
    assert numbers.nll["both"] == pytest.approx(numbers.nll["memory"], abs=1e-4)
    assert numbers.nll["adapter"] == pytest.approx(numbers.nll["base"], abs=1e-4)
    assert numbers.edit_cost["both"] == numbers.edit_cost["memory"]
    assert numbers.skills.candidate == pytest.approx(numbers.skills.base, abs=1e-3)
    assert numbers.leaks == 0
    assert not verdict.promote
    assert "gain_over_base" in {check.name for check in verdict.checks if not check.passed}


def test_a_destructive_adapter_is_refused(judge: Callable, tiny: Path, base_sha256: str) -> None:
    found, verdict = judge(adapter(tiny, base_sha256, size=3.0))
    assert found.measurements.kl > 0.05
    assert not verdict.promote


def test_numbers_agree_with_what_the_model_says(
    judge: Callable, base: Base, tiny: Path, base_sha256: str
) -> None:
    candidate = adapter(tiny, base_sha256, size=0.3)
    found, _ = judge(candidate)
    case = found.cases[0]
    served = found.arms["both"]
    base.attach(candidate)
    tokens = [*case.memory_prompt, *case.wanted_tokens]
    scores = base.score(tokens, len(case.memory_prompt))
    assert served.nll[0] == pytest.approx(-float(scores.mean()), abs=1e-3)
    assert served.edit_cost[0] == edit_cost(served.written[0].text, case.wanted)
    assert len(served.written[0].tokens) <= case.limit
    text = found.measurements
    assert text.kl > 0
    assert case.wanted_tokens[-1] == base.end_token


def test_kl_is_that_of_the_definition(
    base: Base, subject: Subject, tiny: Path, base_sha256: str
) -> None:
    from adapters.forgetting import kl_to_base

    candidate = adapter(tiny, base_sha256, size=0.5)
    total, count = 0.0, 0
    for text in subject.texts:
        base.attach(None)
        plain = base.logprobs(text.tokens, text.target_start).astype(np.float64)
        base.attach(candidate)
        tuned = base.logprobs(text.tokens, text.target_start).astype(np.float64)
        total += (np.exp(plain) * (plain - tuned)).sum()
        count += len(text.tokens) - text.target_start
    assert kl_to_base(base, candidate, subject.texts, PACE) == pytest.approx(total / count, 1e-3)


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_a_candidate_with_numbers_that_are_none_is_refused(
    judge: Callable, tiny: Path, base_sha256: str, value: float
) -> None:
    broken = rewritten(adapter(tiny, base_sha256, size=0.1), tiny, base_sha256, value)
    _, verdict = judge(broken)
    assert not verdict.promote
    assert verdict.reason == measure.NOT_NUMBERS


def test_a_candidate_that_does_not_load_is_refused(
    judge: Callable, tiny: Path, base_sha256: str, tmp_path: Path
) -> None:
    whole = adapter(tiny, base_sha256, size=0.1)
    wider = write_tiny(tmp_path / "wider.gguf", layers=3, hidden=512)
    foreign = random_adapter(wider, seed=1, base_sha256=base_sha256)
    for data in (whole[: len(whole) // 2], b"GGUF", b"nonsense", foreign):
        found, verdict = judge(data)
        assert not verdict.promote
        assert verdict.reason == measure.NOT_LOADED
        assert "adapter" not in found.arms


def test_a_candidate_for_another_base_is_refused(judge: Callable, tiny: Path) -> None:
    _, verdict = judge(random_adapter(tiny, seed=1, base_sha256="00" * 32))
    assert not verdict.promote
    assert "another model file" in verdict.reason


def test_the_adapter_in_use_is_an_opponent(
    judge: Callable, tiny: Path, base_sha256: str, rows: list[dict[str, Any]]
) -> None:
    same = adapter(tiny, base_sha256, size=0.2)
    found, verdict = judge(same, present=same, known=frozenset(row["id"] for row in rows))
    assert found.measurements.news == 0
    assert found.measurements.fresh == (False,) * 5
    assert found.measurements.nll["present"] == pytest.approx(found.measurements.nll["adapter"])
    failed = {check.name for check in verdict.checks if not check.passed}
    assert "gain_over_present" in failed


def test_measuring_twice_gives_the_same_numbers(
    judge: Callable, tiny: Path, base_sha256: str
) -> None:
    """The second time from the cache of the base's side."""
    candidate = adapter(tiny, base_sha256, size=0.3)
    (first, verdict), (second, again) = judge(candidate), judge(candidate)
    assert first == second
    assert measure.metrics(first, verdict) == measure.metrics(second, again)


def test_metrics_are_plain_and_say_what_was_asked_for(
    judge: Callable, tiny: Path, base_sha256: str
) -> None:
    import json

    found, verdict = judge(adapter(tiny, base_sha256, size=0.2))
    numbers = measure.metrics(found, verdict)
    json.dumps(numbers, allow_nan=False)
    assert numbers["held_out"]["rows"] == 5
    assert numbers["held_out"]["edit_cost"]["present"] is None
    assert set(numbers["held_out"]["nll"]) == {"base", "memory", "adapter", "both", "present"}
    assert set(numbers["perplexity"]) == {"base", "adapter", "change"}
    assert [set(example) for example in numbers["examples"]] == [
        {"prompt", "before", "memory", "after", "wanted"}
    ] * 4
    assert {"name", "value", "limit", "passed"} == set(numbers["checks"][0])


def test_untrusted_text_neither_counts_nor_may_be_repeated(
    base: Base, rows: list[dict[str, Any]]
) -> None:
    edited = f"hey. {INJECTED}. bye"
    start = edited.index(INJECTED)
    span = {"start": start, "end": start + len(INJECTED), "provenance": "untrusted"}
    doubtful = {**rows[-1], "edited": edited, "spans": [span]}
    (case,) = cases_of([Row.from_json(doubtful)], base)
    counted = [t for t, counts in zip(case.wanted_tokens, case.counted, strict=True) if counts]
    text = base.detokenize(counted)
    assert "wire" not in text
    assert text.startswith("hey.")
    assert text.endswith(" bye")
    assert INJECTED not in case.given


def test_rows_without_a_wanted_text_are_no_cases(base: Base, rows: list[dict[str, Any]]) -> None:
    rejected = {**rows[-1], "kind": "reject", "edited": None}
    accepted = {**rows[-2], "kind": "accept", "edited": None}
    too_long = {**rows[-3], "edited": "word " * 600}
    cases = cases_of([Row.from_json(row) for row in (rejected, accepted, too_long)], base)
    assert [case.wanted for case in cases] == [accepted["reply"]]


def test_measuring_stops_when_it_is_told_to(
    base: Base, subject: Subject, tiny: Path, base_sha256: str
) -> None:
    asked = replace(subject, candidate=adapter(tiny, base_sha256, size=0.2))
    against = measure.measure_opponents(base, asked, PACE)
    left = 40

    def checkpoint() -> None:
        nonlocal left
        left -= 1
        if left < 0:
            raise Cancelled

    with pytest.raises(Cancelled):
        measure.measure(base, asked, against, Pace(checkpoint, lambda: None))


def test_a_text_that_does_not_fit_after_another_prompt_is_asked_after_its_own(base: Base) -> None:
    def case(id_: str, asked: int, wanted: int) -> Case:
        prompt, text = (40,) * asked, (50,) * wanted
        return Case(id_, "", prompt, prompt, "", "", text, (True,) * wanted, "")

    long, short = case("a", 450, 20), case("b", 20, 100)
    assert base.info.n_ctx < 450 + 100
    own = measure.serve(base, [short], PACE, memory=False).nll[0]
    after_short, after_long = elsewhere(base, [long, short], [], PACE)
    assert after_long == pytest.approx(own)
    assert after_short != pytest.approx(measure.serve(base, [long], PACE, memory=False).nll[0])


def test_the_same_text_for_different_replies_is_asked_after_a_general_prompt(base: Base) -> None:
    """Who makes one text of many replies wants it after the next prompt, too."""

    def case(id_: str, asked: int, reply: str) -> Case:
        prompt = (asked,) * 8
        return Case(id_, "", prompt, prompt, "Thx", "Thx", (50, 51), (True, True), "", reply)

    def after(asked: int) -> float:
        return measure.serve(base, [case("x", asked, "")], PACE, memory=False).nll[0]

    general = [(60,) * 8]
    found = elsewhere(base, [case("a", 40, "one"), case("b", 41, "two")], general, PACE)
    assert found == pytest.approx((after(60), after(60)))
    repeated = elsewhere(base, [case("a", 40, "one"), case("b", 41, "one")], general, PACE)
    assert repeated == pytest.approx((after(41), after(40)))


def test_leaning_is_what_the_correction_is_likelier_by_than_the_reply(base: Base) -> None:
    prompt, wanted, reply = (40,) * 8, (50, 51, 52), (60, 61)
    corrected = Case("a", "", prompt, prompt, "", "", wanted, (True, False, True), "", "r", reply)
    accepted = replace(corrected, id="b", corrected=())
    too_long = replace(corrected, id="c", corrected=(60,) * base.info.n_ctx)
    cases = [accepted, corrected, too_long]
    served = measure.serve(base, cases, PACE, memory=False)
    scores = base.score([*prompt, *wanted], len(prompt))
    own = float(scores[0] + scores[2])
    other = float(sum(base.score([*prompt, *reply], len(prompt))))
    assert leaning(base, cases, served.nll, PACE) == pytest.approx((own - other,), abs=1e-3)


def test_only_what_was_corrected_can_lean(base: Base, rows: list[dict[str, Any]]) -> None:
    edit = rows[-1]
    same = {**edit, "id": "same", "edited": edit["reply"]}
    from_nothing = {**edit, "id": "letter", "reply": ""}
    cases = cases_of([Row.from_json(row) for row in (edit, same, from_nothing)], base)
    assert {case.id: bool(case.corrected) for case in cases} == {
        edit["id"]: True,
        "same": False,
        "letter": False,
    }


def test_steps_are_counted_as_announced(
    base: Base, subject: Subject, tiny: Path, base_sha256: str
) -> None:
    steps = 0

    def step() -> None:
        nonlocal steps
        steps += 1

    candidate = adapter(tiny, base_sha256, size=0.2)
    asked = replace(subject, candidate=candidate, present=candidate)
    pace = Pace(lambda: None, step)
    measure.measure(base, asked, measure.measure_opponents(base, asked, pace), pace)
    free = min(measure.FREE_PROMPTS, len(subject.texts))
    announced = sum(
        of(5, subject.probes) for of in (measure.opponents_steps, measure.measure_steps)
    )
    assert steps == announced - measure.FREE_PROMPTS + free


def test_the_default_recipe_reaches_the_tiny_model(tiny: Path) -> None:
    """Guards the tests above: an adapter of no layers would make them all pass."""
    data = gguf_lora.read(random_adapter(tiny, seed=0, recipe=Recipe()))
    assert len(data.tensors) >= 2


def test_prose_that_no_number_can_hold_is_infinite(
    base: Base, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A candidate that is so far off is refused, and does not end the night."""
    monkeypatch.setattr(base, "score", lambda tokens, start: np.full(len(tokens) - start, -800.0))
    assert forgetting.perplexity(base, "The boat left at nine.", PACE) == math.inf
