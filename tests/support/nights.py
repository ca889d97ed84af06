"""Nights as a ledger has them, for the pages that show them."""

from __future__ import annotations

import hashlib
import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from typing import Any

from app.domain.ledger import Adapter, Night, Outcome, utc_now
from app.domain.phrases import phrase
from app.services import Reverie

REASON = phrase("It writes more like you and forgot nothing.")


def measured(cost: float = 0.2, drift: float = 0.03, rows: int = 20) -> dict[str, Any]:
    return {
        "held_out": {
            "rows": 9,
            "edit_cost": {"base": 0.62, "memory": 0.4, "adapter": cost, "both": cost},
        },
        "kl": drift,
        "perplexity": {"base": 20.0, "adapter": 20.1, "change": 0.005},
        "training": {"rows": rows, "steps": 54, "scale": 1.0, "left_out": {}},
        "checks": [{"name": "kl", "value": drift, "limit": 0.05, "passed": drift <= 0.05}],
        "examples": [
            {
                "prompt": "Tell Ann I am late.",
                "before": "Dear Ann, I am late.",
                "memory": "hi Ann, I am late",
                "after": "running late.",
                "wanted": "late, sorry.",
            }
        ],
    }


def night(days: float, *, promoted: bool = True, **values: Any) -> Night:
    """One that was so many days ago."""
    started = utc_now() - timedelta(days=days)
    return Night(
        uuid.uuid4().hex[:12],
        started,
        started + timedelta(minutes=9),
        Outcome.PROMOTED if promoted else Outcome.KEPT,
        REASON,
        metrics=measured(**values),
    )


def store_night(services: Reverie, made: Night, data: bytes | None = None) -> Night:
    """With an adapter where it is promoted: of arbitrary bytes, or the GGUF that is given."""
    base = services.models.base_sha256()
    made = Night(
        made.id, made.started, made.finished, made.outcome, made.reason, base, metrics=made.metrics
    )
    if made.outcome is not Outcome.PROMOTED:
        services.store.nights.begin(made)
        return made
    content = data or made.id.encode()
    digest = hashlib.sha256(content).hexdigest()
    adapter = Adapter(f"a-{made.id}", made.id, base, digest, (), active=True)
    services.store.promote(made, adapter, content)
    found = services.store.nights.get(made.id)
    assert found is not None
    return found


@contextmanager
def no_adapters_after(services: Reverie) -> Iterator[None]:
    """The profile is shared by all tests: nothing learned is left in it."""
    try:
        yield
    finally:
        for adapter in services.store.adapters.all():
            services.store.adapters.delete(adapter.id)
        with services.store.transaction():
            pass
