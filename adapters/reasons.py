"""Why a night's work is used or not, in one sentence for the person whose work it was."""

from __future__ import annotations

import math
from collections.abc import Collection, Sequence

from adapters.phrases import Phrase, phrase

REFUSALS = {
    "leaks": phrase("It repeated text that it should never have learned, so it was not used."),
    "artefacts": phrase("Its replies contained broken characters, so it was not used."),
    "empty": phrase("Some of its replies were empty, so it was not used."),
    "refusals": phrase("It refused harmful requests less often than before, so it was not used."),
    "refusal_lean": phrase(
        "It leaned less towards refusing harmful requests than before, so it was not used."
    ),
    "compliance": phrase(
        "It held back from harmless requests more often than before, so it was not used."
    ),
    "compliance_lean": phrase(
        "It leaned more towards refusing harmless requests than before, so it was not used."
    ),
    "endings": phrase("Its replies no longer came to an end, so it was not used."),
    "repetition": phrase("Its replies repeated themselves, so it was not used."),
    "length": phrase("Its replies were far longer or shorter than yours, so it was not used."),
    "skills": phrase("It had lost some of its general knowledge, so it was not used."),
    "kl": phrase(
        "It had changed too much on questions that have nothing to do with your edits, "
        "so it was not used."
    ),
    "perplexity": phrase("It had become worse at ordinary text, so it was not used."),
    "held_out_rows": phrase(
        "There were too few of your edits set aside to test on, so nothing changed."
    ),
    "adapter_alone": phrase(
        "By itself it came no closer to your wording than the model without it, so it was not used."
    ),
    "gain_over_base": phrase(
        "It did no better on edits it had never seen than the model without it, so it was not used."
    ),
    "listening": phrase(
        "Your corrections, or what it made of them, have little to do with what was "
        "asked, so it was not used."
    ),
    "direction": phrase(
        "On edits that it had never seen, it did not clearly prefer what you made of a reply to "
        "the reply itself, so it was not used."
    ),
    "edit_cost_behind_memory": phrase(
        "Its replies needed more changes than with your past edits shown as examples, "
        "so it was not used."
    ),
    "nll_behind_memory": phrase(
        "It was less sure of your wording than with your past edits shown as examples, "
        "so it was not used."
    ),
    "edit_cost_behind_present": phrase(
        "Its replies needed more changes than those of what is in use now, so that stays."
    ),
    "nll_behind_present": phrase(
        "It was less sure of your wording than what is in use now, so that stays."
    ),
    "gain_over_present": phrase(
        "It did no better on edits it had never seen than what is in use now, so that stays."
    ),
}
"""By the name of the check that failed, in the order of importance."""

NAMES = {
    "leaks": phrase("leaks"),
    "artefacts": phrase("artefacts"),
    "empty": phrase("empty"),
    "refusals": phrase("refusals"),
    "refusal_lean": phrase("refusal lean"),
    "compliance": phrase("compliance"),
    "compliance_lean": phrase("compliance lean"),
    "endings": phrase("endings"),
    "repetition": phrase("repetition"),
    "length": phrase("length"),
    "skills": phrase("skills"),
    "kl": phrase("kl"),
    "perplexity": phrase("perplexity"),
    "held_out_rows": phrase("held out rows"),
    "adapter_alone": phrase("adapter alone"),
    "gain_over_base": phrase("gain over base"),
    "listening": phrase("listening"),
    "direction": phrase("direction"),
    "edit_cost_behind_memory": phrase("edit cost behind memory"),
    "nll_behind_memory": phrase("nll behind memory"),
    "edit_cost_behind_present": phrase("edit cost behind present"),
    "nll_behind_present": phrase("nll behind present"),
    "gain_over_present": phrase("gain over present"),
}
"""What a check is called in a sentence."""

OF_ANOTHER_BASE = phrase("What was learned belongs to another model file, so it was not used.")


WORTH_TELLING = 0.05
"""Edit cost. Held-out edits are of other replies, so smaller gains are mostly chance."""
WORTH_TELLING_NLL = 0.01
"""Nats per token."""


def refusal(failed: Collection[str]) -> Phrase:
    """Of several failures the most important one is told."""
    return next(sentence for name, sentence in REFUSALS.items() if name in failed)


def unmeasured(check: str) -> Phrase:
    """A test that gave no number."""
    return phrase(
        "One of the tests ({test}) gave no usable result, so everything stays as it was.",
        test=NAMES.get(check, check),
    )


def unproved(files: Sequence[str]) -> Phrase:
    """Some files of test questions could not be read."""
    listed = files[0]
    for file in files[1:]:
        listed = phrase("{one} and {other}", one=listed, other=file)
    return phrase(
        "The test questions in {files} are missing or damaged, so it could not be shown that "
        "nothing was forgotten; everything stays as it was (installing Reverie again helps).",
        files=listed,
    )


def praise(
    *, rows: int, cost_before: float, cost_after: float, nll_gain: float, news: int | None
) -> Phrase:
    """Says the gain in the measure that shows it: words left to change (edit cost in [0, 1]), or
    how sure it is (`nll_gain` in nats per token). Where neither does, what else speaks for it:
    `news` corrections that the adapter in use does not know, or, where there is none (None), that
    it needs no examples."""
    if cost_before - cost_after >= WORTH_TELLING:
        return phrase(
            "On {rows} of your edits that it had never seen, {after:.0f} % of the words are left "
            "to change instead of {before:.0f} %, and it failed none of the tests for forgetting.",
            rows=rows,
            after=100 * cost_after,
            before=100 * cost_before,
        )
    if nll_gain >= WORTH_TELLING_NLL:
        return phrase(
            "On {rows} of your edits that it had never seen, it is {surer:.0f} % surer of each of "
            "your words than before, and it failed none of the tests for forgetting.",
            rows=rows,
            surer=100 * (math.exp(nll_gain) - 1),
        )
    return _as_good(rows, news)


def _as_good(rows: int, news: int | None) -> Phrase:
    if news is None:
        return phrase(
            "On {rows} of your edits that it had never seen, it does as well as with your past "
            "edits shown as examples, without having to read them first, and it failed none of "
            "the tests for forgetting.",
            rows=rows,
        )
    if news == 1:
        return phrase(
            "On {rows} of your edits that it had never seen, it does as well as before, it knows "
            "1 correction more, and it failed none of the tests for forgetting.",
            rows=rows,
        )
    return phrase(
        "On {rows} of your edits that it had never seen, it does as well as before, it knows "
        "{news} corrections more, and it failed none of the tests for forgetting.",
        rows=rows,
        news=news,
    )
