"""What the tests of the command line share."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from app import cli


@pytest.fixture
def run(profile: Path, passphrase_file: Path, capsys: pytest.CaptureFixture[str]) -> Any:
    """(exit code, stdout, stderr) of `reverie …`, in this process."""

    def command(*words: str) -> tuple[int, str, str]:
        where = ["--profile", str(profile), "--passphrase-file", str(passphrase_file)]
        return cli.main([*where, *words]), *capsys.readouterr()

    return command
