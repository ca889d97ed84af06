"""The nightly trigger: APScheduler wakes us, a pure function decides.

Its timers stop while the machine is suspended (agronholm/apscheduler#794) and its memory store
forgets a missed night, so it only knocks every five minutes; `decide` looks at the wall clock and
at the last success in the ledger.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from datetime import datetime, time, timedelta

import psutil
from apscheduler.schedulers.background import BackgroundScheduler

from app.domain.schedule import Decision, Power, decide

log = logging.getLogger(__name__)
TICK_SECONDS = 300


def read_power() -> Power:
    battery = psutil.sensors_battery() if hasattr(psutil, "sensors_battery") else None
    if battery is None:
        return Power(plugged=True)
    return Power(plugged=battery.power_plugged is not False, percent=float(battery.percent))


class Clock:
    """Calls `sleep` on a background thread when a night is due; one at a time."""

    def __init__(
        self,
        *,
        sleep: Callable[[], object],
        last_success: Callable[[], datetime | None],
        last_end: Callable[[], datetime | None],
        at: Callable[[], time | None],
        idle: Callable[[], timedelta],
        paused_until: Callable[[], datetime | None] = lambda: None,
        now: Callable[[], datetime] = lambda: datetime.now().astimezone(),
        power: Callable[[], Power] = read_power,
    ) -> None:
        """`at` gives the wanted time of day, or None while nights are switched off."""
        self._sleep = sleep
        self._last_success = last_success
        self._last_end = last_end
        self._at = at
        self._idle = idle
        self._paused_until = paused_until
        self._now = now
        self._power = power
        self.last_decision: Decision | None = None
        self.started: datetime | None = None
        self._scheduler = BackgroundScheduler()
        self._scheduler.add_job(
            self.tick,
            "interval",
            seconds=TICK_SECONDS,
            id="night",
            misfire_grace_time=None,
            coalesce=True,
            max_instances=1,
        )

    def start(self) -> None:
        self.started = self._now()
        self._scheduler.start()

    def stop(self) -> None:
        if self._scheduler.running:
            self._scheduler.shutdown(wait=False)

    def tick(self) -> None:
        at = self._at()
        if at is None:
            return
        decision = decide(
            self._now(),
            self._last_success(),
            self._last_end(),
            at,
            self._power(),
            idle=self._idle(),
            paused_until=self._paused_until(),
        )
        if decision != self.last_decision:
            log.info("night: %s", decision.reason)
        self.last_decision = decision
        if decision.sleep:
            self._sleep()
