"""How findings become verdicts: what holds, what fails, and what could not have told."""

from __future__ import annotations

import random
from dataclasses import replace

import pytest

from app.services.proof import Findings, Likelihoods, Proof, Verdict, judge

CANARIES, CONTROLS, CANDIDATES, NOTES = 16, 128, 511, 400


def noise(seed: int, *, learned: float = 0.0) -> Likelihoods:
    """Scores of texts that all look alike, but for `learned` nats on those that were planted."""
    chance = random.Random(seed)

    def draw(number: int, lift: float = 0.0) -> list[float]:
        return [chance.gauss(lift, 1) for _ in range(number)]

    return Likelihoods(
        canaries=draw(CANARIES, 5 * learned),
        controls=draw(CONTROLS),
        candidates=draw(CANDIDATES),
        members=draw(NOTES, learned),
        others=draw(NOTES),
    )


@pytest.fixture
def sound() -> Findings:
    """As they are when everything works."""
    nothing = Likelihoods(*([0.0] * n for n in (CANARIES, CONTROLS, CANDIDATES, NOTES, NOTES)))
    return Findings(
        rebuilt_sha256="a" * 64,
        never_sha256="a" * 64,
        still_on=0,
        base=nothing,
        before=noise(1, learned=1.0),
        after=noise(2),
        traces_before={"rows": {"one", "two"}},
        traces_after={},
        sought=2,
    )


def verdicts(findings: Findings) -> dict[str, Verdict]:
    return {claim.name: claim.verdict for claim in judge(findings)}


def test_everything_holds(sound: Findings) -> None:
    proof = Proof(judge(sound))
    assert set(verdicts(sound).values()) == {Verdict.HOLDS}
    assert proof.verdict is Verdict.HOLDS
    assert proof.as_json()["verdict"] == "holds"


@pytest.mark.parametrize(
    ("change", "claim"),
    [
        ({"never_sha256": "b" * 64}, "rebuilt adapter, and one that never saw them"),
        ({"still_on": 1}, "adapters that saw the rows"),
        ({"traces_after": {"file log": {"one"}}}, "traces found after"),
    ],
)
def test_what_is_left_fails(sound: Findings, change: dict, claim: str) -> None:
    findings = replace(sound, **change)
    assert [name for name, v in verdicts(findings).items() if v is not Verdict.HOLDS] == [claim]
    proof = Proof(judge(findings))
    assert proof.verdict is Verdict.FAILS
    assert claim in proof.sentence


def test_an_adapter_that_still_knows_fails(sound: Findings) -> None:
    found = verdicts(replace(sound, after=sound.before))
    assert found["canary exposure after"] is Verdict.FAILS
    assert found["after, against canaries never planted"] is Verdict.FAILS
    assert found["membership AUC after"] is Verdict.FAILS


def test_a_test_that_saw_nothing_before_has_no_power(sound: Findings) -> None:
    findings = replace(sound, before=noise(3), traces_before={"rows": {"one"}})
    found = verdicts(findings)
    blind = [name for name, verdict in found.items() if verdict is Verdict.NO_POWER]
    assert blind == [
        "canary exposure before forgetting",
        "membership AUC before forgetting",
        "traces found before forgetting",
    ]
    proof = Proof(judge(findings))
    assert proof.verdict is Verdict.NO_POWER
    assert "no power" in proof.sentence


def test_what_fails_outweighs_what_has_no_power(sound: Findings) -> None:
    findings = replace(sound, before=noise(3), still_on=2)
    assert Proof(judge(findings)).verdict is Verdict.FAILS


def test_an_easy_text_is_not_taken_for_a_learned_one(sound: Findings) -> None:
    """Members happen to be likelier under every model: only the gain over the base counts."""
    easy = [3.0] * NOTES
    lifted = [score + 3.0 for score in sound.after.members]
    findings = replace(
        sound, base=replace(sound.base, members=easy), after=replace(sound.after, members=lifted)
    )
    assert verdicts(findings)["membership AUC after"] is Verdict.HOLDS


def test_chance_alone_seldom_fails(sound: Findings) -> None:
    """A proof where nothing is left fails by bad luck in about two of a hundred runs."""
    failed = sum(
        Proof(judge(replace(sound, after=noise(seed)))).verdict is not Verdict.HOLDS
        for seed in range(100, 300)
    )
    assert failed <= 12
