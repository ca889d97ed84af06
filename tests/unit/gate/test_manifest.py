"""A manifest says what an adapter was made from, in plain JSON and without any text of a row."""

from __future__ import annotations

import json

from adapters.manifest import Manifest, library_versions


def test_it_is_plain_json_and_names_its_libraries() -> None:
    manifest = Manifest(
        base_sha256="ab" * 32,
        train_rows=("r1", "r2"),
        held_out_rows=("r3",),
        recipe={"rank": 8},
        recipe_hash="00ff",
        seed=0,
        threads=2,
        replay_sha256="cd" * 32,
        probes_sha256="ef" * 32,
        adapter_sha256=None,
        promote=False,
        reason="It did no better.",
        metrics={"kl": None},
    )
    plain = manifest.as_json()
    assert json.loads(json.dumps(plain)) == plain
    assert plain["train_rows"] == ["r1", "r2"]
    assert plain["recipe_hash"] == "00ff"
    assert plain["versions"] == library_versions()
    assert plain["versions"]["torch"].startswith("2.")
    assert plain["format"] == 1
