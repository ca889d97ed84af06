"""Deleting conversations: out of sight at once, undone from a toast, and what they taught goes
along if that is wished.

Nothing is asked in a dialog. Where something was learned from them, the toast says so and has a
second button; it keeps what was learned unless that button is pressed.
"""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QObject, Signal

from app.services import Reverie
from app.services.forgetting import Forgotten, Taught
from app.ui.chatmodel import ChatModel
from app.ui.language import locale, tr
from app.ui.notice import Toast
from app.ui.runner import Runner, problem_of


class Deleting(QObject):
    """One deletion at a time can be undone; the next one, or time, makes it final."""

    forgotten = Signal()  # something that was learned is gone with them
    learn_again = Signal()

    def __init__(
        self,
        services: Reverie,
        runner: Runner,
        chat: ChatModel,
        toast: Toast,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._forgetting = services.forgetting
        self._runner = runner
        self._chat = chat
        self._toast = toast
        self._ids: tuple[str, ...] = ()
        self._taught = Taught()
        self._shown: str | None = None
        self._also: set[str] = set()

    def delete(self, ids: tuple[str, ...]) -> None:
        self._toast.finish()
        here = self._chat.now.conversation
        self._ids, self._taught = ids, Taught()
        self._shown = here.id if here and here.id in ids else None
        self._chat.listing.hide(*ids)
        self._toast.announce(self._deleted(), tr("Undo"), self._undo, self._finish)
        self._runner.latest(
            "taught",
            lambda: self._forgetting.of_conversations(ids),
            lambda taught: self._offer(ids, taught),
        )

    def wanted_with(self, ids: Collection[str]) -> frozenset[str]:
        """Those of `ids` with which all goes that they taught."""
        return frozenset(self._also.intersection(ids))

    def _offer(self, ids: tuple[str, ...], taught: Taught) -> None:
        if ids != self._ids or not taught:  # undone or final by now, or nothing to ask about
            return
        self._taught = taught
        self._ask()

    def _ask(self) -> None:
        what = locale().createSeparatedList(_parts(self._taught))
        if self._also.issuperset(self._ids):
            told, other = tr("Forgotten with this: {what}.", what=what), tr("Keep them")
        else:
            told, other = tr("Learned from this: {what}.", what=what), tr("Forget them too")
        self._toast.amend(f"{self._deleted()}. {told}", other, self._turn)

    def _turn(self) -> None:
        self._also ^= set(self._ids)
        self._ask()

    def _deleted(self) -> str:
        if len(self._ids) == 1:
            return tr("Conversation deleted")
        return tr("%n conversation(s) deleted", "", len(self._ids))

    def _undo(self) -> None:
        ids, self._ids = self._ids, ()
        self._also.difference_update(ids)
        self._chat.listing.unhide(*ids)
        if self._shown is not None:
            self._chat.open(self._shown)

    def _finish(self) -> None:
        ids, self._ids = self._ids, ()
        if not self.wanted_with(ids):
            self._chat.listing.delete(*ids)
            return

        def done(forgotten: Forgotten) -> None:
            self._also.difference_update(ids)
            self._chat.listing.gone(*ids)
            self.forgotten.emit()
            self._tell(forgotten)
            if forgotten.unfinished is not None:
                self._runner.problem.emit(problem_of(forgotten.unfinished))

        self._runner.call(lambda: self._forgetting.forget_conversations(ids, also=True), done)

    def _tell(self, forgotten: Forgotten) -> None:
        """What it changed at once, and that it can be learned again without them now."""
        if forgotten.switched_off is None:
            self._toast.announce(tr("Forgotten"))
        elif forgotten.in_use is None:
            told = tr("Forgotten. What was learned from it is off until the next night.")
            self._toast.announce(told, tr("Learn again now"), self.learn_again.emit)
        else:
            told = tr("Forgotten. An earlier night, which never saw it, takes over.")
            self._toast.announce(told, tr("Learn again now"), self.learn_again.emit)


def _parts(taught: Taught) -> list[str]:
    others = len(taught.signals) - taught.edits
    parts = (
        (taught.edits, tr("%n correction(s)", "", taught.edits)),
        (others, tr("%n judgement(s)", "thumbs, copying, asking again", others)),
        (len(taught.memories), tr("%n memory(s)", "", len(taught.memories))),
    )
    return [said for count, said in parts if count]
