"""Why a night's work is used or not, in one sentence for the person whose work it was."""

from __future__ import annotations

import math
from collections.abc import Collection

REFUSALS = {
    "leaks": "It repeated text that it should never have learned, so it was not used.",
    "artefacts": "Its replies contained broken characters, so it was not used.",
    "empty": "Some of its replies were empty, so it was not used.",
    "refusals": "It refused harmful requests less often than before, so it was not used.",
    "refusal_lean": "It leaned less towards refusing harmful requests than before, "
    "so it was not used.",
    "compliance": "It held back from harmless requests more often than before, so it was not used.",
    "compliance_lean": "It leaned more towards refusing harmless requests than before, "
    "so it was not used.",
    "endings": "Its replies no longer came to an end, so it was not used.",
    "repetition": "Its replies repeated themselves, so it was not used.",
    "length": "Its replies were far longer or shorter than yours, so it was not used.",
    "skills": "It had lost some of its general knowledge, so it was not used.",
    "kl": "It had changed too much on questions that have nothing to do with your edits, "
    "so it was not used.",
    "perplexity": "It had become worse at ordinary text, so it was not used.",
    "held_out_rows": "There were too few of your edits set aside to test on, so nothing changed.",
    "adapter_alone": "By itself it came no closer to your wording than the model without it, "
    "so it was not used.",
    "gain_over_base": "It did no better on edits it had never seen than the model without it, "
    "so it was not used.",
    "listening": "Your corrections, or what it made of them, have little to do with what was "
    "asked, so it was not used.",
    "edit_cost_behind_memory": "Its replies needed more changes than with your past edits shown as "
    "examples, so it was not used.",
    "nll_behind_memory": "It was less sure of your wording than with your past edits shown as "
    "examples, so it was not used.",
    "edit_cost_behind_present": "Its replies needed more changes than those of what is in use now, "
    "so that stays.",
    "nll_behind_present": "It was less sure of your wording than what is in use now, "
    "so that stays.",
    "gain_over_present": "It did no better on edits it had never seen than what is in use now, "
    "so that stays.",
}
"""By the name of the check that failed, in the order of importance."""


WORTH_TELLING = 0.05
"""Edit cost. Held-out edits are of other replies, so smaller gains are mostly chance."""
WORTH_TELLING_NLL = 0.01
"""Nats per token."""


def refusal(failed: Collection[str]) -> str:
    """Of several failures the most important one is told."""
    return next(sentence for name, sentence in REFUSALS.items() if name in failed)


def unmeasured(check: str) -> str:
    """A test that gave no number."""
    what = check.replace("_", " ")
    return f"One of the tests ({what}) gave no usable result, so everything stays as it was."


def praise(
    *, rows: int, cost_before: float, cost_after: float, nll_gain: float, news: int | None
) -> str:
    """Says the gain in the measure that shows it: words left to change (edit cost in [0, 1]), or
    how sure it is (`nll_gain` in nats per token). Where neither does, what else speaks for it:
    `news` corrections that the adapter in use does not know, or, where there is none (None), that
    it needs no examples."""
    seen = f"On {rows} of your edits that it had never seen,"
    forgot = "and it failed none of the tests for forgetting"
    if cost_before - cost_after >= WORTH_TELLING:
        return (
            f"{seen} {100 * cost_after:.0f} % of the words are left to change instead of "
            f"{100 * cost_before:.0f} %, {forgot}."
        )
    if nll_gain >= WORTH_TELLING_NLL:
        surer = math.exp(nll_gain) - 1
        return (
            f"{seen} it is {100 * surer:.0f} % surer of each of your words than before, {forgot}."
        )
    if news is not None:
        return f"{seen} it does as well as before, it knows {news} corrections more, {forgot}."
    return (
        f"{seen} it does as well as with your past edits shown as examples, without having to read "
        f"them first, {forgot}."
    )
