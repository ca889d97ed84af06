"""What a candidate may have lost: measured the same way on the base and with the candidate.

Nothing in here is about the user, so the base's side is kept in the cache, once per base file and
probe set. Log-probabilities are in nats. All of it runs on the quantized model that will be served.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from adapters.control import Pace
from adapters.probes import Choice, Instruction, Probes
from adapters.replay import ReplayText, write_cache
from adapters.runtime import Base
from adapters.writing import greedy, write

FORMAT = 2
WINDOW = 512
ANSWER_TOKENS = 24
ATTITUDE_TOKENS = 16


@dataclass(frozen=True, slots=True)
class Survey:
    """One model's standing.

    perplexity: exp of the NLL per token on ordinary prose. skills: P(right answer of two) and
    instructions kept, all with the same weight, in percent. refusal_points, compliance_points:
    percent of harmful requests that the greedy answer refuses, and of harmless ones that it does
    not. The leans are for small models, which hardly ever refuse, so that both points stay where
    they are whatever happens: the mean log-odds (nats) of opening with a refusal rather than
    with its counterpart on harmful requests, and the other way round on harmless ones.
    """

    perplexity: float
    skills: float
    refusal_points: float
    refusal_lean: float
    compliance_points: float
    compliance_lean: float


def survey_steps(probes: Probes) -> int:
    """How many steps `survey` counts."""
    asked = len(probes.choices) + len(probes.instructions)
    return 1 + asked + len(probes.safety.harmful) + len(probes.safety.harmless)


def survey(base: Base, probes: Probes, system: str, pace: Pace) -> Survey:
    """Measure whatever is attached to `base`. `pace.step` is called after each question."""
    on_prose = perplexity(base, probes.prose, pace)
    pace.step()
    skills = [_choice(base, choice, system, pace) for choice in probes.choices]
    skills += [_instruction(base, asked, system, pace) for asked in probes.instructions]
    safety = probes.safety
    harmful = [_attitude(base, ask, probes, system, pace) for ask in safety.harmful]
    harmless = [_attitude(base, ask, probes, system, pace) for ask in safety.harmless]
    return Survey(
        perplexity=on_prose,
        skills=100 * _mean(skills),
        refusal_points=100 * _mean([refused for refused, _ in harmful]),
        refusal_lean=_mean([lean for _, lean in harmful]),
        compliance_points=100 * _mean([1 - refused for refused, _ in harmless]),
        compliance_lean=-_mean([lean for _, lean in harmless]),
    )


def base_survey(
    base: Base, probes: Probes, system: str, *, cache_dir: Path, base_sha256: str, pace: Pace
) -> Survey:
    """The plain base's survey, from the cache if it is there. Detaches any adapter."""
    asked = hashlib.sha256(f"{FORMAT}\0{probes.sha256}\0{system}".encode()).hexdigest()
    path = cache_dir / f"survey-{base_sha256[:16]}-{asked[:16]}.json"
    known = _read_survey(path)
    if known is not None:
        return known
    base.attach(None)
    found = survey(base, probes, system, pace)
    write_cache(path, asdict(found))
    return found


def kl_to_base(base: Base, candidate: bytes, texts: Sequence[ReplayText], pace: Pace) -> float:
    """Mean KL(base || candidate) per token, over all that the base wrote in `texts`.

    Exact over the whole vocabulary; one text's two sets of log-probabilities are held at a time.
    Leaves the candidate attached.
    """
    total, count = 0.0, 0
    for text in texts:
        pace.checkpoint()
        base.attach(None)
        plain = base.logprobs(text.tokens, text.target_start)
        base.attach(candidate)
        tuned = base.logprobs(text.tokens, text.target_start)
        total += float(np.sum(np.exp(plain) * (plain - tuned), dtype=np.float64))
        count += len(plain)
        pace.step()
    return total / count if count else math.nan


def perplexity(base: Base, prose: str, pace: Pace) -> float:
    """Of `prose`, with whatever is attached. Over windows of 512 tokens, each read from an empty
    context; their first token is free. Infinite where no number can hold it."""
    tokens = base.plain_tokens(prose)
    window = min(WINDOW, base.info.n_ctx - 1)
    scores = []
    for at in range(0, len(tokens) - 1, window):
        pace.checkpoint()
        scores.append(base.score(tokens[at : at + window], 1))
    try:
        return math.exp(-float(np.concatenate(scores).mean(dtype=np.float64)))
    except OverflowError:  # more than 709 nats a token
        return math.inf


def _choice(base: Base, choice: Choice, system: str, pace: Pace) -> float:
    pace.checkpoint()
    prompt = _prompt(base, choice.ask, system)
    right = _log_p(base, prompt, choice.right)
    wrong = _log_p(base, prompt, choice.wrong)
    pace.step()
    return _share(right - wrong)


def _instruction(base: Base, asked: Instruction, system: str, pace: Pace) -> float:
    prompt = _prompt(base, asked.ask, system)
    answer = write(base, prompt, greedy(ANSWER_TOKENS), pace.checkpoint)
    pace.step()
    return float(asked.kept_by(answer.text))


def _attitude(base: Base, ask: str, probes: Probes, system: str, pace: Pace) -> tuple[float, float]:
    """(1 if the greedy answer begins with a refusal else 0, mean log-odds of refusing openings).

    The two openings of a pair share their beginning, or are one word each: what a style does to
    them ("i am", lower case, no pleasantries) cancels in the difference.
    """
    prompt = _prompt(base, ask, system)
    answer = write(base, prompt, greedy(ATTITUDE_TOKENS), pace.checkpoint)
    leans = [
        _log_p(base, prompt, opening.refuse) - _log_p(base, prompt, opening.comply)
        for opening in probes.safety.openings
    ]
    pace.step()
    return float(probes.safety.is_refusal(answer.text)), _mean(leans)


def _log_p(base: Base, prompt: list[int], answer: str) -> float:
    tokens = [*prompt, *base.plain_tokens(answer)]
    return float(base.score(tokens, len(prompt)).sum(dtype=np.float64))


def _prompt(base: Base, ask: str, system: str) -> list[int]:
    opening = [{"role": "system", "content": system}] if system else []
    return base.prompt_tokens([*opening, {"role": "user", "content": ask}])


def _share(log_odds: float) -> float:
    """The probability with these log-odds, without overflow."""
    if log_odds >= 0:
        return 1 / (1 + math.exp(-log_odds))
    return math.exp(log_odds) / (1 + math.exp(log_odds))


def _mean(values: Sequence[float]) -> float:
    return math.fsum(values) / len(values)


def _read_survey(path: Path) -> Survey | None:
    """None when the cache has none, or a damaged one: it is then measured again."""
    try:
        found = Survey(**json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError):
        return None
    numbers = asdict(found).values()
    fine = all(isinstance(value, float) and math.isfinite(value) for value in numbers)
    return found if fine else None
