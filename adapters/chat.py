"""Turns into the text that a model was trained on, by the chat template inside its GGUF.

Two properties hold beside the plain rendering:

* It is a pure function of the turns: no clock, no randomness. What is trained is what is served,
  and a rebuild on another day gives the same bytes.
* Text inside a turn cannot forge chat markup. Where a turn contains the text of a control token
  (`<|im_end|>`), that stretch is fenced by two Unicode noncharacters before the template runs;
  afterwards the fences show which stretches must be tokenized as plain text. The template sees the
  real text (it may trim or search it), and a turn without markup renders and tokenizes exactly as
  it would without this guard.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any, NoReturn

import jinja2
import jinja2.ext
import jinja2.parser
from jinja2.sandbox import ImmutableSandboxedEnvironment

from adapters.errors import LearnerError
from adapters.phrases import phrase

_OPEN, _CLOSE = "\ufdd0", "\ufdd1"
"""Noncharacters: Unicode 23.7 reserves them for uses such as this one, inside one program."""
_NO_FENCES = {ord(_OPEN): "\ufffd", ord(_CLOSE): "\ufffd"}
_FENCED = re.compile(f"{_OPEN}(.*?){_CLOSE}", re.DOTALL)
_FAULTS = (
    jinja2.TemplateError,
    TypeError,
    ValueError,
    LookupError,
    ArithmeticError,
    RecursionError,
    MemoryError,
)
"""What a template, which is a stranger's program, may raise while it runs."""
_DAY = datetime(2024, 7, 26)
"""What `strftime_now` tells templates; the day that Llama 3's template falls back to."""


class ChatFormat:
    """One model's chat template, ready to render.

    `markup` is the text of every control token of the vocabulary.
    """

    def __init__(self, template: str, *, bos: str, eos: str, markup: Iterable[str]) -> None:
        self._constants = {"bos_token": bos, "eos_token": eos}
        longest_first = sorted({text for text in markup if text}, key=len, reverse=True)
        self._markup = re.compile("|".join(map(re.escape, longest_first)) or r"(?!)")
        try:
            self._template = _environment().from_string(template)
        except _FAULTS as error:
            raise _unusable(error) from None

    def segments(
        self, turns: Sequence[Mapping[str, str]], *, answer: bool
    ) -> list[tuple[str, bool]]:
        """The rendered turns as (text, is_plain) stretches; see the module's docstring.

        `answer` adds the opening of the assistant's turn.
        """
        rendered = self._render([self._fenced(turn) for turn in turns], answer)
        parts = _FENCED.split(rendered)
        stretches = [(part, index % 2 == 1) for index, part in enumerate(parts) if part]
        return [(_without_fences(part), is_plain) for part, is_plain in stretches]

    def after_answer(self) -> str:
        """What the template writes after the words of an assistant's last turn."""
        turns = [
            {"role": "user", "content": "question"},
            {"role": "assistant", "content": f"{_OPEN}answer{_CLOSE}"},
        ]
        return self._render(turns, answer=False).rpartition(_CLOSE)[2]

    def _fenced(self, turn: Mapping[str, str]) -> dict[str, str]:
        content = turn["content"].translate(_NO_FENCES)
        fenced = self._markup.sub(lambda found: f"{_OPEN}{found[0]}{_CLOSE}", content)
        return {"role": turn["role"], "content": fenced}

    def _render(self, turns: list[dict[str, str]], answer: bool) -> str:
        try:
            return self._apply(turns, answer)
        except _FAULTS as error:
            folded = _system_folded(turns)
            if folded is None:
                raise _unusable(error) from None
        try:
            return self._apply(folded, answer)
        except _FAULTS as error:
            raise _unusable(error) from None

    def _apply(self, turns: list[dict[str, str]], answer: bool) -> str:
        return self._template.render(
            messages=turns,
            add_generation_prompt=answer,
            enable_thinking=False,
            strftime_now=_DAY.strftime,
            raise_exception=_refuse,
            tools=None,
            **self._constants,
        )


class _GenerationTags(jinja2.ext.Extension):
    """`{% generation %}` marks the assistant's words for trainers; here it changes nothing."""

    tags = {"generation"}  # noqa: RUF012 - jinja2's interface

    def parse(self, parser: jinja2.parser.Parser) -> Any:
        parser.stream.skip(1)
        return parser.parse_statements(("name:endgeneration",), drop_needle=True)


def _environment() -> ImmutableSandboxedEnvironment:
    """Templates come from strangers: sandboxed, no loader, whitespace as in Transformers."""
    environment = ImmutableSandboxedEnvironment(
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["jinja2.ext.loopcontrols", _GenerationTags],
    )
    environment.filters["tojson"] = _to_json
    return environment


def _to_json(value: Any, indent: int | None = None) -> str:
    return json.dumps(value, ensure_ascii=False, indent=indent)


def _refuse(message: str) -> NoReturn:
    raise jinja2.TemplateError(message)


def _system_folded(turns: list[dict[str, str]]) -> list[dict[str, str]] | None:
    """The turns with the system's words put before the first user turn, for templates that know
    no system role (Gemma, early Mistral); None when there is nothing to fold."""
    system = "\n\n".join(turn["content"] for turn in turns if turn["role"] == "system")
    rest = [turn for turn in turns if turn["role"] != "system"]
    if not system or not rest or rest[0]["role"] != "user":
        return None
    return [{"role": "user", "content": f"{system}\n\n{rest[0]['content']}"}, *rest[1:]]


def _without_fences(text: str) -> str:
    """A template that cuts a turn may leave half a pair."""
    return text.replace(_OPEN, "").replace(_CLOSE, "")


def _unusable(error: Exception) -> LearnerError:
    return LearnerError(
        phrase("Chat template cannot be used"),
        phrase("The model's own chat template failed ({kind}).", kind=type(error).__name__),
        phrase("Choose another model or another conversion of this one."),
    )
