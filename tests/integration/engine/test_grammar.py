"""A reply that is held to a grammar, on the real starter model."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from adapters.runtime import Base
from adapters.sampling import Sampling
from app.domain.events import ReplyDone
from app.domain.finding.judged import candidates, grammar, judged, longest, question
from app.domain.ledger import MemoryState, Message, Role, Turn, utc_now
from app.engine.client import Engine, EngineDone
from app.services import Reverie

SAID = "My shed leans to the left. Our well is dry in August. My uncle mends clocks."
YES_OR_NO = 'root ::= "yes" | "no"'


@pytest.fixture
def reverie(models_folder: Path, profile: Path) -> Iterator[Reverie]:
    with Reverie.open(profile, lambda: "words", insist=True) as opened:
        opened.change_settings(max_tokens=16, temperature=0.0)
        yield opened


def write(base: Base, said: str, sampling: Sampling) -> str:
    tokens = base.prompt_tokens([{"role": "user", "content": said}])
    return "".join(piece.text for piece in base.generate(tokens, sampling))


@pytest.mark.parametrize("temperature", [0.0, 2.0])
def test_nothing_else_can_be_said(base: Base, temperature: float) -> None:
    held = Sampling(temperature=temperature, top_k=0, top_p=1, seed=1, grammar=YES_OR_NO)
    assert write(base, "Tell me a long story.", held) in ("yes", "no")
    assert base.last is not None
    assert base.last.stop_reason == "end"


def test_without_a_grammar_all_is_as_before(base: Base) -> None:
    free = Sampling(temperature=0.0, max_tokens=12)
    before = write(base, "Name a colour.", free)
    write(base, "Name a colour.", Sampling(temperature=0.0, grammar=YES_OR_NO))
    assert write(base, "Name a colour.", free) == before


def test_what_is_no_grammar_is_refused_and_the_base_goes_on(base: Base) -> None:
    with pytest.raises(ValueError, match="grammar"):
        write(base, "Hello", Sampling(grammar="root ::= ("))
    with pytest.raises(ValueError, match="begun"):
        base.generate(base.tokenize("Hello"), Sampling(grammar=YES_OR_NO), begun=1)
    assert write(base, "Hello", Sampling(max_tokens=2))


def test_the_engine_judges_every_sentence_in_order(engine: Engine) -> None:
    clauses = candidates(SAID)
    assert len(clauses) == 3
    held = Sampling(temperature=1.5, seed=3, max_tokens=longest(clauses), grammar=grammar(clauses))
    *_, done = engine.generate([Turn(Role.USER, question(clauses))], held)
    assert isinstance(done, EngineDone)
    lines = done.text.split("\n")
    assert [line.split(". ")[0] for line in lines] == ["1", "2", "3"]
    assert all(line.split(". ")[1] in ("fact", "preference", "nothing") for line in lines)
    assert all(one.text.rstrip(".") in SAID for one in judged(clauses, done.text))


def test_what_a_model_finds_is_in_the_users_words_and_waits(reverie: Reverie) -> None:
    reverie.change_settings(approve_memories=False)
    conversation = reverie.conversations.new()
    message = reverie.conversations.append(
        Message(uuid.uuid4().hex, conversation.id, 0, Role.USER, SAID, utc_now())
    )
    for memory in reverie.judging.judge(message):
        assert memory.text in SAID
        assert memory.state is MemoryState.PROPOSED
        assert memory.source == message.id
    assert not reverie.judging.is_able()  # the starter is too small to be asked by itself
    reverie.judging.offer(message)
    reverie.judging.look()


def test_what_is_told_stands_in_the_very_reply_and_what_is_noticed_in_the_next(
    reverie: Reverie,
) -> None:
    conversation = reverie.conversations.new()
    events = list(reverie.chat.send(conversation.id, "Remember that I live in Kiel."))
    (memory,) = reverie.memories.all()
    (done,) = [event for event in events if isinstance(event, ReplyDone)]
    assert done.message.origin is not None
    assert done.message.origin.memories == (memory.id,)
    again = list(reverie.chat.send(conversation.id, "I play the oboe. What is a reed?"))
    assert [m.text for m in reverie.memories.all() if m.state is MemoryState.PROPOSED] == [
        "I play the oboe"
    ]
    (later,) = [event for event in again if isinstance(event, ReplyDone)]
    assert later.message.origin is not None
    assert later.message.origin.memories == (memory.id,)
    assert later.message.origin.reused_tokens > done.message.origin.prompt_tokens // 2
