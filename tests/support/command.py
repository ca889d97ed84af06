"""The command line, in a process of its own."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any


def reverie(profile: Path, passphrase_file: Path, *arguments: str) -> dict[str, Any]:
    """What it prints with --json; it must end well."""
    where = ["--profile", str(profile), "--passphrase-file", str(passphrase_file)]
    command = [sys.executable, "-m", "app", *where, "--json", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)
