"""All of the window can be read: in each language, at each scale, and from right to left."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

CASES = {
    "English, mirrored": ("1", "--mirrored"),
    "German, large type": ("1.5", "--language", "de", "--em", "1.2"),
    "German, twice the pixels": ("2", "--language", "de"),
}


@pytest.mark.parametrize("case", CASES)
def test_nothing_is_cut_off(case: str, starter: Path, profile: Path) -> None:
    scale, *options = CASES[case]
    done = subprocess.run(
        [sys.executable, "-m", "tests.support.fits", str(profile), *options],
        env={**os.environ, "QT_SCALE_FACTOR": scale},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert json.loads(done.stdout) == []
