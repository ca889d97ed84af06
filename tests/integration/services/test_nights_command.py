"""`reverie nights delete`: what a night learned goes, and what is in use then is said."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta
from pathlib import Path

import pytest

from app.cli import KNOWN, main
from app.domain.ledger import Adapter, Night, utc_now
from app.services import Reverie


def test_nights_delete(
    models_folder: Path, profile: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with Reverie.open(profile, lambda: "words", insist=True) as reverie:
        base = reverie.models.base_sha256()
        for days, name in ((2, "older"), (1, "newer")):
            data = name.encode()
            adapter = Adapter(f"a{name}", name, base, hashlib.sha256(data).hexdigest(), (), True)
            night = Night(name, utc_now() - timedelta(days=days), base=base)
            reverie.store.promote(night, adapter, data)
    word = tmp_path / "word"
    word.write_text("words\n")
    common = ["--json", "--profile", str(profile), "--passphrase-file", str(word)]

    def run(*arguments: str) -> tuple[int, str, str]:
        code = main([*common, "nights", *arguments])
        said = capsys.readouterr()
        return code, said.out, said.err

    code, out, err = run("delete", "newer")
    assert code == 0
    assert json.loads(out) == {"deleted": "newer", "adapter": "anewer", "using": "older"}
    assert "In use: night older." in err
    code, out, _ = run("delete", "older")
    assert json.loads(out)["using"] is None
    code, _, err = run("delete", "older")
    assert code == KNOWN and "What night older learned was deleted." in err
