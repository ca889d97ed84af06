"""The proof of erasure on the starter model, as a person runs it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.mark.long
def test_what_is_forgotten_is_gone(
    models_folder: Path, profile: Path, passphrase_file: Path
) -> None:
    options = ["--profile", str(profile), "--passphrase-file", str(passphrase_file)]
    done = subprocess.run(
        [sys.executable, "-m", "app", *options, "erasure", "prove", "--json", "--seed", "1"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=3000,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    proof = json.loads(done.stdout)
    assert proof["verdict"] == "holds"
    assert {claim["verdict"] for claim in proof["claims"]} == {"holds"}
    assert proof["rows"]["number"] == 48
