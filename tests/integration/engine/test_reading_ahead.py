"""A prompt that is read before it is asked for: sooner answered, and answered the same."""

from __future__ import annotations

import time

import psutil

from adapters.runtime import Base
from app.domain.ledger import Role, Turn
from app.engine.client import Engine, EngineDone, EngineStarted, SamplingSettings

GREEDY = SamplingSettings(temperature=0.0, max_tokens=16)
LEFT = 2  # tokens that are always read at the last moment
SEA = [Turn(Role.USER, "Tell me three things about the sea, and why sailors fear it.")]
STONE = [Turn(Role.USER, "Tell me three things about stones, and why masons love them.")]
LONG = [Turn(Role.USER, "The sea is wide and the harbour is small. " * 80)]


def asked(engine: Engine, turns: list[Turn]) -> tuple[EngineStarted, EngineDone]:
    started, *_, done = engine.generate(turns, GREEDY)
    assert isinstance(started, EngineStarted) and isinstance(done, EngineDone)
    return started, done


def settled(engine: Engine) -> None:
    """It has read what it was told to: its process computes no more."""
    process, before = psutil.Process(engine.pid), -1.0
    while (now := process.cpu_times().user) > before:
        before = now
        time.sleep(0.5)


def test_only_its_end_is_left_to_read_and_the_answer_is_the_same(engine: Engine) -> None:
    _, alone = asked(engine, SEA)
    asked(engine, STONE)
    engine.read_ahead(SEA)
    settled(engine)
    started, done = asked(engine, SEA)
    assert started.prompt_tokens - started.reused_tokens == LEFT
    assert done.text == alone.text


def test_what_was_typed_on_goes_on_from_there(engine: Engine) -> None:
    asked(engine, STONE)
    engine.read_ahead([Turn(Role.USER, "Tell me three things about the sea")])
    settled(engine)
    started, _ = asked(engine, SEA)
    rest = engine.count([Turn(Role.USER, ", and why sailors fear it.")]).tokens
    assert started.prompt_tokens - started.reused_tokens <= rest


def test_no_more_than_was_allowed(engine: Engine) -> None:
    asked(engine, STONE)
    engine.read_ahead(SEA, most=4)
    settled(engine)
    started, _ = asked(engine, SEA)
    assert started.prompt_tokens - started.reused_tokens > LEFT


def test_whoever_asks_meanwhile_does_not_wait(engine: Engine) -> None:
    asked(engine, STONE)
    began = time.perf_counter()
    asked(engine, LONG)
    whole = time.perf_counter() - began
    asked(engine, STONE)
    engine.read_ahead(LONG)
    began = time.perf_counter()
    asked(engine, STONE)
    assert time.perf_counter() - began < whole / 2


def test_nothing_is_started_for_it(own_engine: Engine) -> None:
    own_engine.read_ahead(SEA)
    assert not own_engine.alive


def test_a_reply_is_not_disturbed(engine: Engine) -> None:
    _, alone = asked(engine, SEA)
    events = engine.generate(SEA, GREEDY)
    next(events)
    engine.read_ahead(STONE)
    *_, done = events
    assert isinstance(done, EngineDone) and done.text == alone.text


def test_a_prompt_that_fills_the_context_is_left_alone(base: Base) -> None:
    tokens = base.tokenize("sea " * base.info.n_ctx)
    assert base.read(tokens, None, lambda: False) == 0
    assert base.read(tokens[:64], None, lambda: False) == 64
    assert base.read(tokens[:65], None, lambda: False) == 0, "one alone is computed otherwise"
