"""How a night learns, as numbers: what an adapter depends on beside the base and the ledger.

A recipe is a value. Its hash goes into the manifest and into the adapter, so that two nights can
be compared and an adapter can be made again. Change `VERSION` when the meaning of a number, or the
code that reads it, changes what is trained.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from enum import StrEnum
from typing import Any

from adapters.errors import LearnerError
from adapters.gguf_base import MODULES
from adapters.phrases import phrase

VERSION = 9

_MEASURED_RATE, _MEASURED_PARAMETERS = 2e-3, 135e6
_RATE_FALL = 0.7


class Stage(StrEnum):
    """Which training of a night: the first, another round of it, or that on all rows."""

    FIRST = "first"
    AGAIN = "again"
    ONWARD = "onward"


@dataclass(frozen=True, slots=True)
class Recipe:
    """The default is what was measured on the starter model.

    `learning_rate` None means by the size of the base. `batch` counts texts a step, of which
    `personal` are the user's and the others replay. `supervised`, `preference` (of an edited text
    over the reply), `reject` (of a reply that was thrown away) and `kl` weigh the losses.
    Every `layer_step`-th layer from `first_layer_fraction` on carries a LoRA. Spread over the whole
    depth, half of the layers tell apart who a text is for, which the upper 40 % alone do not, and
    cost hardly more while decoding; see decision 15.
    `kl_prose`: how many times as hard as an answer a continuation of prose is held, for the sake
    of perplexity; see decision 14 for what that rests on. The first `opening` tokens of a reply
    are held once more, by `kl_opening` of their mean: they decide whether it becomes a letter. What
    the user accepted is held `kl_accepted` times as hard as general answers; see decision 25.
    `preference` is off: at 0.5, on 48 rows, it doubled the time of a step, raised the KL to the
    base by half and left the edit cost where it was.

    The weights of tokens in the supervised term go by where their characters came from: `typed`,
    `kept` from the reply or rewritten by the model at the user's wish (decision 18), `pasted` (the
    user approved it but did not word it, so it counts only where many rows repeat it, as a
    signature does), untrusted and unknown always 0, and `accepted` for replies taken as they were.
    What the user cut leaves a single token to learn from, the one at which the text goes on: it
    weighs up to `cut` more, in full from `cut_length` lost tokens on; see decision 16.

    `hindsight` weighs each token of the reply that was corrected by how much likelier the base
    finds it once it has seen the correction (nats, at most `hindsight_cap` either way). It acts
    only where that tells kept tokens from replaced ones with an AUC of at least `hindsight_auc`,
    and is off: see docs/learning.md. Where preferences are stated, every `stated_every`-th general
    question is answered with them in the prompt.

    The first training has up to `rounds` rounds of as many steps, those after the first at
    `again_rate` of the rate: another one as long as it makes held-out rows likelier (decision 26).
    What passes the gate goes on to be trained on all rows: `onward` of a round's steps, at
    `onward_rate` of the rate.
    """

    version: int = VERSION
    rank: int = 32
    alpha: float = 32.0
    first_layer_fraction: float = 0.0
    layer_step: int = 2
    modules: tuple[str, ...] = ("down",)
    learning_rate: float | None = None
    warmup: float = 0.1
    batch: int = 8
    personal: int = 4
    min_steps: int = 64
    max_steps: int = 150
    max_epochs: int = 3
    max_length: int = 1024
    supervised: float = 1.0
    preference: float = 0.0
    preference_slope: float = 0.1
    reject: float = 0.1
    kl: float = 1.0
    kl_prose: float = 3.0
    kl_opening: float = 0.25
    opening: int = 4
    kl_accepted: float = 2.0
    kl_per_token: float = 5.0
    kl_per_text: float = 2.0
    top_k: int = 20
    typed: float = 1.0
    kept: float = 0.3
    pasted: float = 0.1
    accepted: float = 0.2
    cut: float = 8.0
    cut_length: int = 16
    share_without_edit: float = 0.25
    hindsight: float = 0.0
    hindsight_cap: float = 2.0
    hindsight_auc: float = 0.65
    stated_every: int = 3
    rounds: int = 2
    again_rate: float = 0.5
    onward: float = 0.35
    onward_rate: float = 0.5

    def __post_init__(self) -> None:
        unknown = sorted(set(self.modules) - set(MODULES))
        if unknown or not self.modules:
            raise _impossible(f"modules are {', '.join(MODULES)}, not {', '.join(unknown)}")
        if not 0 < self.personal <= self.batch or not 0 < self.min_steps <= self.max_steps:
            raise _impossible("0 < personal <= batch and 0 < min_steps <= max_steps must hold")
        if not all(0 < part <= 1 for part in (self.onward, self.onward_rate, self.again_rate)):
            raise _impossible("onward, onward_rate and again_rate must be above 0 and at most 1")
        if min(self.stated_every, self.rounds) < 1:
            raise _impossible("stated_every and rounds must be 1 or more")
        if min(self.rank, self.layer_step) < 1 or not 0 <= self.first_layer_fraction < 1:
            raise _impossible(
                "rank and layer_step must be 1 or more and first_layer_fraction in [0, 1)"
            )
        if self.opening < 1:
            raise _impossible("opening must be 1 or more")
        if self.cut < 0 or self.cut_length < 1:
            raise _impossible("cut must not be negative and cut_length must be 1 or more")
        if self.version != VERSION:
            raise _impossible(f"its version is {self.version}, and this program knows {VERSION}")

    def layers(self, n_layers: int) -> range:
        """Those that are trained. What is below the first is the same for every user."""
        first = min(round(self.first_layer_fraction * n_layers), n_layers - 1)
        return range(first, n_layers, self.layer_step)

    def steps(self, n_rows: int, stage: Stage = Stage.FIRST) -> int:
        """Optimizer steps for so many rows: `max_epochs` over them, within the two limits.

        The lower limit is what small ledgers need: steps, not rows, are what starves them (with 16
        rows, 20 steps left the starter's edit cost at 0.71 where 36 steps reached 0.004).
        """
        epochs = math.ceil(self.max_epochs * n_rows / self.personal)
        whole = min(max(epochs, self.min_steps), self.max_steps)
        return math.ceil(self.onward * whole) if stage is Stage.ONWARD else whole

    def most_steps(self, n_rows: int) -> int:
        """Those of a whole night, if every round is run and its candidate passes."""
        return self.rounds * self.steps(n_rows) + self.steps(n_rows, Stage.ONWARD)

    def rate(self, parameters: int, stage: Stage = Stage.FIRST) -> float:
        """Peak learning rate for a base of so many parameters.

        Falls as a power of the size from 2e-3 at 135M, where it was measured, to 5e-4 at 1B and
        1.1e-4 at 8B, without a jump between models of nearly the same size. It goes with
        alpha / rank = 1; at 2 it would be half of that. LoRA Without Regret (Schulman et al. 2025)
        fits 1.3e-3 for the starter's width and falls more slowly; the smaller rates are kept
        because large steps cost safety (Qi et al. 2023, arXiv 2310.03693).
        """
        fall = min(_MEASURED_PARAMETERS / max(parameters, 1), 1) ** _RATE_FALL
        whole = _MEASURED_RATE * fall if self.learning_rate is None else self.learning_rate
        part = {Stage.AGAIN: self.again_rate, Stage.ONWARD: self.onward_rate}
        return float(whole * part.get(stage, 1.0))

    def as_json(self) -> dict[str, Any]:
        return {**asdict(self), "modules": list(self.modules)}

    @property
    def hash(self) -> str:
        """16 hex digits; the same for equal recipes on every machine."""
        text = json.dumps(self.as_json(), sort_keys=True, separators=(",", ":"))
        return hashlib.sha256(text.encode()).hexdigest()[:16]

    @classmethod
    def from_json(cls, overrides: Mapping[str, Any]) -> Recipe:
        """The default recipe with some numbers replaced. Raises LearnerError on an unknown one."""
        known = {field.name for field in fields(cls)}
        unknown = sorted(set(overrides) - known)
        if unknown:
            raise _impossible(f"it has no number named {unknown[0]}")
        values = dict(overrides)
        if "modules" in values:
            values["modules"] = tuple(values["modules"])
        try:
            return replace(cls(), **values)
        except TypeError as fault:
            raise _impossible("a number in it is of the wrong kind") from fault


def _impossible(why: str) -> LearnerError:
    return LearnerError(
        phrase("This recipe cannot be followed"),
        phrase("The night's recipe is impossible: {why}.", why=why),
        phrase("Use the default recipe, or correct that number."),
    )
