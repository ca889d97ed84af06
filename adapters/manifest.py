"""What an adapter was made from: enough to make it again, and to say why it is or is not used.

Nothing here depends on the clock or the place, so the same night gives the same manifest. Rows
appear by id only.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from importlib.metadata import version
from typing import Any

FORMAT = 1
_LIBRARIES = ("torch", "peft", "transformers", "llama-cpp-python", "gguf", "numpy")


def library_versions() -> dict[str, str]:
    """The versions of what decides the bytes of an adapter."""
    return {name: version(name) for name in _LIBRARIES}


@dataclass(frozen=True, slots=True)
class Manifest:
    """`train_rows` and `held_out_rows` are ids, sorted; hashes are SHA-256 in hex.

    adapter_sha256 is None when nothing was trained; replay and probes are hashes over the files
    that replay was written from and the gate measured on. The device and the precision that it was
    trained in, which its bytes depend on too, stand in `metrics`, under "training".
    """

    base_sha256: str
    train_rows: tuple[str, ...]
    held_out_rows: tuple[str, ...]
    recipe: Mapping[str, Any]
    recipe_hash: str
    seed: int
    threads: int | None
    replay_sha256: str
    probes_sha256: str
    adapter_sha256: str | None
    promote: bool
    reason: str
    metrics: Mapping[str, Any]
    versions: Mapping[str, str] = field(default_factory=library_versions)
    format: int = FORMAT

    def as_json(self) -> dict[str, Any]:
        """Plain JSON values, ready for a frame or a file."""
        plain = asdict(self)
        return plain | {
            "train_rows": list(self.train_rows),
            "held_out_rows": list(self.held_out_rows),
        }
