"""What `reverie erasure prove` prints, and how it exits."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app import cli
from app.cli.erasure import Unproved
from app.domain.events import NightProgress, Phase
from app.services.erasure import Erasure
from app.services.proof import Claim, Proof, Verdict, receipts_claim
from app.sleep.process import NightCancelled


@pytest.fixture
def prove(
    profile: Path,
    passphrase_file: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> Any:
    """Runs the command on a proof that has been carried out: (exit code, stdout, stderr)."""

    def run(verdict: Verdict | None, *options: str) -> tuple[int, str, str]:
        def proved(_: Erasure, on_stage: Any, on_progress: Any, *, seed: int | None) -> Proof:
            on_stage("1 of 3: learning everything.")
            on_progress(NightProgress(Phase.LOAD, 0, 1, None))
            if verdict is None:
                raise NightCancelled("You stopped it.")
            claim = Claim("traces found after", 0.0, "0", "none", verdict)
            return Proof((claim,), {"model": "tiny", "seed": seed or 7, "seconds": 3.0})

        monkeypatch.setattr(Erasure, "prove", proved)
        where = ["--profile", str(profile), "--passphrase-file", str(passphrase_file)]
        code = cli.main([*where, "erasure", "prove", *options])
        return code, *capsys.readouterr()

    return run


def test_a_proof_that_holds(prove: Any) -> None:
    code, out, err = prove(Verdict.HOLDS)
    assert code == 0
    assert "traces found after  0         none   holds" in out
    assert "tiny, seed 7, 3 s." in out
    assert err == "loading the base …\n"


def test_json_is_one_object(prove: Any) -> None:
    code, out, err = prove(Verdict.HOLDS, "--json", "--seed", "5")
    assert code == 0
    result = json.loads(out)
    assert result["verdict"] == "holds"
    assert result["seed"] == 5
    assert result["claims"][0]["verdict"] == "holds"
    assert "1 of 3" in err


@pytest.mark.parametrize("verdict", [Verdict.FAILS, Verdict.NO_POWER])
def test_a_proof_that_does_not_hold_is_a_known_problem_with_numbers(
    prove: Any, verdict: Verdict
) -> None:
    code, out, err = prove(verdict, "--json")
    assert code == 3
    assert json.loads(out)["verdict"] == verdict
    assert "Erasure is not proved\n" in err
    assert prove(verdict)[0] == 3


def test_no_other_seed_is_advised_where_a_receipt_fails() -> None:
    fails = Claim("traces found after", 1.0, "1", "none", Verdict.FAILS)
    assert "another seed" in Unproved(Proof((fails,), {})).remedy
    holding, failing = receipts_claim(1, []), receipts_claim(2, ["r"])
    assert "another seed" in Unproved(Proof((holding, fails), {})).remedy
    told = Unproved(Proof((failing, fails), {}))
    assert "another seed" not in told.remedy
    assert "erasure receipts show" in told.remedy


def test_a_proof_that_was_stopped(prove: Any) -> None:
    code, out, err = prove(None)
    assert code == 3
    assert err.endswith("The proof was stopped\nYou stopped it.\nStart it again.\n")
    assert "claim" not in out
