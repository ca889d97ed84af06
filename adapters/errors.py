"""Problems that the learner foresees, told with a remedy, and their form on a pipe."""

from __future__ import annotations

import traceback
from typing import Any

from adapters.phrases import as_said, phrase


class LearnerError(Exception):
    """A known problem of the model, the data or the machine.

    `title` is a few words, `sentence` says what happened with the facts, `remedy` what the
    person can do now; all are phrases. The message never contains conversation text.
    """

    def __init__(self, title: str, sentence: str, remedy: str) -> None:
        super().__init__(f"{title}: {sentence} {remedy}")
        self.title = title
        self.sentence = sentence
        self.remedy = remedy

    def __reduce__(self) -> tuple[type[LearnerError], tuple[str, str, str]]:
        return type(self), (self.title, self.sentence, self.remedy)


def error_message(error: BaseException) -> dict[str, Any]:
    """The frame that carries `error` to another process; "phrases" has the templates and facts of
    its sentences, by name.

    A `LearnerError` is "known". Anything else is a "bug": only its type and the place in our
    code go over, because the text of a foreign exception may quote what the user wrote.
    """
    if isinstance(error, LearnerError):
        kind, title, sentence, remedy = "known", error.title, error.sentence, error.remedy
    else:
        kind, title = "bug", phrase("Something went wrong in Reverie")
        sentence = _unexpected(error)
        remedy = phrase("Please report this; trying again is safe.")
    words = {"title": title, "sentence": sentence, "remedy": remedy}
    return {"type": "error", "kind": kind, **words, "phrases": as_said(**words)}


def _unexpected(error: BaseException) -> str:
    frames = traceback.extract_tb(error.__traceback__)
    kind = type(error).__name__
    if not frames:
        return phrase("An unexpected {kind} was raised.", kind=kind)
    return phrase(
        "An unexpected {kind} was raised at {place}, line {line}.",
        kind=kind,
        place=frames[-1].name,
        line=frames[-1].lineno or 0,
    )
