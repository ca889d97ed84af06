"""Keeps the UI thread free: services run on worker threads, their results come back as calls.

Results, streamed items and failures of one job arrive on the UI thread in order. What a job was
given, parts of the window among it, is let go on the UI thread as well: nothing of Qt may die
elsewhere.
"""

from __future__ import annotations

import logging
import traceback
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from itertools import count
from threading import Lock
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.domain.errors import KnownError
from app.ui.language import told, tr

T = TypeVar("T")
WORKERS = 8
log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Problem:
    """A failure as people see it: what, why, what to do, and folded details."""

    title: str
    sentence: str
    remedy: str
    details: str = ""
    known: bool = True


def problem_of(error: BaseException) -> Problem:
    """In the person's language. Known errors speak for themselves; anything else is a fault of
    ours, told as such."""
    if isinstance(error, KnownError):
        title, sentence, remedy = error.title, error.sentence, error.remedy
        return Problem(str(told(title)), str(told(sentence)), str(told(remedy)))
    return Problem(
        tr("Something went wrong in Reverie"),
        tr(
            "This is a fault of ours ({kind}); your conversations are safe.",
            kind=type(error).__name__,
        ),
        tr("Try again. If it comes back, please report it with the details."),
        "".join(traceback.format_exception(error)),
        known=False,
    )


class Runner(QObject):
    """Runs service calls in the background and answers on the thread that it lives on."""

    problem = Signal(object)  # Problem, of a job that has no `failed` of its own
    _deliver = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pool = ThreadPoolExecutor(WORKERS, thread_name_prefix="reverie")
        self._closed = False
        self._asked: dict[str, int] = {}
        self._jobs: dict[int, Callable[[], None]] = {}
        self._numbers = count()
        self._lanes: dict[str, deque[int]] = {}
        self._turn = Lock()
        self._deliver.connect(self._run, Qt.ConnectionType.QueuedConnection)

    def call(
        self,
        work: Callable[[], T],
        done: Callable[[T], object] | None = None,
        failed: Callable[[Problem], object] | None = None,
    ) -> None:
        """`done` gets the result of `work`, `failed` its problem."""
        self._submit(self._job(work, done, failed))

    def in_turn(
        self,
        lane: str,
        work: Callable[[], T],
        done: Callable[[T], object] | None = None,
        failed: Callable[[Problem], object] | None = None,
    ) -> None:
        """As `call`, but begun when all that was asked before in the same `lane` is done: of two
        changes to the same thing the later one is to last, and to be told of last."""
        with self._turn:
            waiting = self._lanes.setdefault(lane, deque())
            waiting.append(self._keep(self._job(work, done, failed)))
            is_first = len(waiting) == 1
        if is_first:
            self._submit(lambda: self._drain(waiting))

    def latest(
        self,
        what: str,
        work: Callable[[], T],
        done: Callable[[T], object],
        lane: str | None = None,
    ) -> None:
        """As `call`, but a result that a later call for the same `what` has overtaken is dropped:
        jobs run side by side, and the answer to an old question must not hide the new one's.
        With a `lane`, it reads what the changes asked for before it in that lane have left."""
        self.overtake(what)
        number = self._asked[what]

        def show(result: T) -> None:
            if self._asked[what] == number:
                done(result)

        if lane is None:
            self.call(work, show)
        else:
            self.in_turn(lane, work, show)

    def overtake(self, what: str) -> None:
        """Whatever is still on its way for `what` is no longer wanted."""
        self._asked[what] = self._asked.get(what, 0) + 1

    def stream(
        self,
        source: Callable[[], Iterator[T]],
        each: Callable[[T], object],
        done: Callable[[], object],
        failed: Callable[[Problem], object] | None = None,
    ) -> None:
        """`each` gets every item of the iterator as it comes, then `done` or `failed`."""

        def job() -> None:
            try:
                for item in source():
                    self.post(lambda item=item: each(item))  # type: ignore[misc]
            except Exception as error:  # noqa: BLE001
                self._fail(error, failed)
            else:
                self.post(done)

        self._submit(job)

    def post(self, call: Callable[[], object]) -> None:
        """Run `call` on the UI thread, from any thread."""
        if not self._closed:
            self._deliver.emit(call)

    def close(self) -> None:
        """Nothing more is delivered. Jobs under way end by themselves once services close."""
        self._closed = True
        self._pool.shutdown(wait=False, cancel_futures=True)

    def _job(
        self,
        work: Callable[[], T],
        done: Callable[[T], object] | None,
        failed: Callable[[Problem], object] | None,
    ) -> Callable[[], None]:
        def job() -> None:
            try:
                result = work()
            except Exception as error:  # noqa: BLE001  (told to the person, never lost)
                self._fail(error, failed)
            else:
                if done is not None:
                    self.post(lambda: done(result))

        return job

    def _drain(self, waiting: deque[int]) -> None:
        """The one under way stands first until it is done, so that nobody begins beside it."""
        while not self._closed:
            self._work(waiting[0])
            with self._turn:
                waiting.popleft()
                if not waiting:
                    return

    def _submit(self, job: Callable[[], None]) -> None:
        if not self._closed:
            self._pool.submit(self._work, self._keep(job))

    def _keep(self, job: Callable[[], None]) -> int:
        number = next(self._numbers)
        self._jobs[number] = job
        return number

    def _work(self, number: int) -> None:
        """On a worker, which knows the job by number: so it is never the last to hold it."""
        self._jobs[number]()
        self.post(lambda: self._jobs.pop(number))

    def _fail(self, error: Exception, failed: Callable[[Problem], object] | None) -> None:
        found = problem_of(error)
        if not found.known:
            log.error("a background job failed: %s", type(error).__name__)
        self.post(lambda: failed(found) if failed else self.problem.emit(found))

    @Slot(object)
    def _run(self, call: Callable[[], object]) -> None:
        if not self._closed:
            call()
