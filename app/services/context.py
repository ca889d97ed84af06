"""What of a conversation the model reads: all of it, or its beginning as a summary.

Where a branch no longer fits, so many of its oldest exchanges are folded into a summary that half
of the room is free. It stands until the next overflow: in between, the prompt's beginning, and
with it the engine's KV cache, stays the same.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Generator, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from importlib import resources

from app.domain.errors import KnownError
from app.domain.events import ReplySummarising, StopReason
from app.domain.ledger import Adapter, Arm, Message, Origin, Role, Summary, Turn
from app.domain.prompt import Material, write_prompt
from app.engine.client import (
    Counted,
    EngineDone,
    EngineEvent,
    EngineStarted,
    SamplingSettings,
    Stop,
)
from app.engine.fitting import room_for_prompt
from app.services.conversations import Conversations
from app.services.models import Models
from app.store import Store
from app.store.quotes import FORGOTTEN

LONGEST = 256  # tokens of a summary, and at most this share of a small context:
SHARE = 8
TEMPERATURE = 0.1
_SPEAKERS = {Role.USER: "User", Role.ASSISTANT: "Assistant"}


@dataclass(frozen=True, slots=True)
class Question:
    """What is to be answered, made ready: by which arm and adapter, beside what material, after
    what `summary` of the turns before."""

    turns: tuple[Turn, ...]
    arm: Arm
    adapter: Adapter | None
    material: Material
    system: str
    summary: Summary | None = None

    def prompt(self) -> tuple[Turn, ...]:
        earlier = self.summary.text if self.summary else ""
        return write_prompt(self.turns, self.system, self.material, earlier)

    def is_forgotten_in(self, store: Store) -> bool:
        """Whether something that stands in it, or the adapter that would answer it, must be read no
        more."""
        return (
            (self.adapter is not None and self.adapter.id not in store.adapters.kept())
            or any(store.signals.get(one.id) is None for one in self.material.examples)
            or any(store.memories.get(one.id) is None for one in self.material.memories)
        )

    def origin(self, started: EngineStarted, done: EngineDone, store: Store) -> Origin:
        """Of the reply that came of it. What was forgotten meanwhile is not named."""
        memories = ((one.id, store.memories.get(one.id)) for one in self.material.memories)
        examples = ((one.id, store.signals.get(one.id)) for one in self.material.examples)
        return Origin(
            memories=tuple(name if there else FORGOTTEN for name, there in memories),
            examples=tuple(name if there else FORGOTTEN for name, there in examples),
            prompt_tokens=started.prompt_tokens,
            reused_tokens=started.reused_tokens,
            dropped_turns=started.dropped_turns,
            completion_tokens=done.completion_tokens,
            ttft_s=round(done.ttft_s, 4),
            tokens_per_s=round(done.tokens_per_s, 2),
            summary=self.summary.until if self.summary else None,
        )


@dataclass(frozen=True, slots=True)
class Weight:
    """How full the context will be: `tokens` of `room`. Where that is too much, `older` messages
    are summarised first; where even the last one `is_too_long`, nothing can be done."""

    tokens: int
    room: int
    older: int = 0
    is_too_long: bool = False


Count = Callable[[Sequence[Turn]], Counted]


class Context:
    """Thread-safe. `answer` writes with the engine: the base alone makes the summaries."""

    def __init__(
        self,
        conversations: Conversations,
        models: Models,
        answer: Callable[[Question, SamplingSettings, str, Stop], Iterator[EngineEvent]],
    ) -> None:
        self._conversations = conversations
        self._models = models
        self._answer = answer

    def fitted(
        self, whole: Question, path: Sequence[Message], max_tokens: int, stop: Stop
    ) -> Generator[ReplySummarising, None, Question]:
        """`whole`, which asks for an answer to `path`, with its beginning as a summary if that is
        needed. Slow then; a `stop` meanwhile ends the summary, not the reply. What does not fit
        all the same, the engine leaves out."""
        count = partial(self._count, wait=True)
        question = self.shortened(whole, path)
        turns = _to_fold(question, max_tokens, count)
        keep = len(question.turns) - turns
        if not turns or stop.is_asked:
            return question
        yield ReplySummarising(turns)
        while len(question.turns) > keep:
            summary = self._folded(question, len(question.turns) - keep, path, count, stop)
            if summary is None:
                break
            self._conversations.keep_summary(path[0].conversation, summary)
            question = self.shortened(whole, path)
        stop.withdraw()
        return question

    def weight(self, whole: Question, path: Sequence[Message], max_tokens: int) -> Weight:
        """Of a question whose last turn may be unsent. EngineBusy rather than waiting."""
        count = partial(self._count, wait=False)
        question = self.shortened(whole, path)
        counted = count(question.prompt())
        weight = Weight(counted.tokens, room_for_prompt(counted.n_ctx, max_tokens))
        if weight.tokens <= weight.room:
            return weight
        alone = replace(question, turns=question.turns[-1:], material=Material(), summary=None)
        return replace(
            weight,
            older=_to_fold(question, max_tokens, count),
            is_too_long=count(alone.prompt()).tokens > weight.room,
        )

    def shortened(self, whole: Question, path: Sequence[Message]) -> Question:
        """With the summary that is known."""
        summary = self._conversations.summary_on(path)
        if summary is None:
            return whole
        after = [message.id for message in path].index(summary.until) + 1
        return replace(whole, turns=whole.turns[after:], summary=summary)

    def _folded(
        self, question: Question, turns: int, path: Sequence[Message], count: Count, stop: Stop
    ) -> Summary | None:
        """The first `turns`, or as many of them as can be read at once, joined to the summary
        that is there. None where none could be made."""
        portion = self._portion(question, turns, count)
        if not portion:
            return None
        n_ctx = count(question.prompt()).n_ctx
        text = self._summarise(self._request(question, portion), _longest(n_ctx), stop)
        until = path[len(path) - len(question.turns) + portion - 1].id
        return Summary(until, self._models.base_sha256(), text) if text else None

    def _portion(self, question: Question, turns: int, count: Count) -> int:
        def is_too_much(end: int) -> bool:
            counted = count(self._request(question, end).prompt())
            return counted.tokens > room_for_prompt(counted.n_ctx, _longest(counted.n_ctx))

        ends = [end for end in _ends(question.turns) if end <= turns]
        fits = bisect_right(ends, False, key=is_too_much)
        return ends[fits - 1] if fits else 0

    def _request(self, question: Question, turns: int) -> Question:
        """Asks for the summary of the first `turns` and of what was before them."""
        told = [f"Before: {question.summary.text}"] if question.summary else []
        told += [f"{_SPEAKERS[turn.role]}: {turn.content}" for turn in question.turns[:turns]]
        text = "\n\n".join([*told, "Now write the summary of this."])
        system = resources.files("resources").joinpath("prompts/summary.txt").read_text("utf-8")
        return Question((Turn(Role.USER, text),), Arm.BASE, None, Material(), system.strip())

    def _summarise(self, request: Question, longest: int, stop: Stop) -> str:
        """Empty where it was stopped or failed: the reply must not fail with it."""
        sampling = self._models.sampling(seed=0, temperature=TEMPERATURE, max_tokens=longest)
        try:
            *_, done = self._answer(request, sampling, "", stop)
        except KnownError:
            return ""
        if not isinstance(done, EngineDone):
            raise TypeError("a reply ends with EngineDone")
        if done.stop_reason is StopReason.LENGTH:
            return _to_last_sentence(done.text)
        return " ".join(done.text.split()) if done.stop_reason is StopReason.END else ""

    def _count(self, turns: Sequence[Turn], *, wait: bool) -> Counted:
        return self._models.engine().count(turns, wait=wait)


def _to_fold(question: Question, max_tokens: int, count: Count) -> int:
    """How many of the first turns must become a summary. 0 where all fit, and where even that
    would not help."""
    counted = count(question.prompt())
    room = room_for_prompt(counted.n_ctx, max_tokens)
    if counted.tokens <= room:
        return 0

    def left(end: int) -> int:
        rest = replace(question, turns=question.turns[end:], summary=None)
        return count(rest.prompt()).tokens + _longest(counted.n_ctx)

    ends = _ends(question.turns)
    enough = bisect_left(ends, True, key=lambda end: left(end) <= room // 2)
    if enough < len(ends):
        return ends[enough]
    return ends[-1] if ends and left(ends[-1]) <= room else 0


def _ends(turns: Sequence[Turn]) -> list[int]:
    """Where an exchange is over: after a reply, before the user's next turn."""
    return [
        at
        for at in range(1, len(turns))
        if turns[at].role is Role.USER and turns[at - 1].role is Role.ASSISTANT
    ]


def _longest(n_ctx: int) -> int:
    return min(LONGEST, n_ctx // SHARE)


def _to_last_sentence(text: str) -> str:
    """A summary that was cut at its greatest length, without the half sentence at its end."""
    flat = " ".join(text.split())
    end = max(flat.rfind(mark) for mark in ".!?。")
    return flat[: end + 1] if end > 0 else flat
