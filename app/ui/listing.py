"""The conversations that are listed, without a single widget: read, renamed, hidden, deleted.

What the person deletes is out of sight at once and goes for good later: until then, it can come
back.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from app.domain.ledger import Conversation
from app.services import Reverie
from app.services.forgetting import Forgotten
from app.ui.runner import Runner, problem_of


class Listing(QObject):
    """State and commands of the list. Lives on the UI thread."""

    refreshed = Signal()  # `conversations` is read anew; `changed` follows
    changed = Signal()  # others are visible, or the same under other names
    hid = Signal(tuple)  # ids that are out of sight now
    problem = Signal(object)  # Problem

    def __init__(self, services: Reverie, runner: Runner, parent: QObject) -> None:
        super().__init__(parent)
        self._stored = services.conversations
        self._forgetting = services.forgetting
        self._runner = runner
        self.conversations: list[Conversation] = []
        self._hidden: set[str] = set()

    def refresh(self) -> None:
        self._runner.latest("list", self._stored.all, self._list)

    def visible(self) -> list[Conversation]:
        """Newest first, without those that are about to be deleted."""
        return [c for c in self.conversations if c.id not in self._hidden]

    def rename(self, conversation_id: str, title: str) -> None:
        title = title.strip()
        if not title:
            return

        self._runner.call(
            lambda: self._stored.rename(conversation_id, title), lambda _: self.refresh()
        )

    def hide(self, *conversation_ids: str) -> None:
        """Out of sight, until `delete` or `unhide`."""
        self._hidden.update(conversation_ids)
        self.changed.emit()
        self.hid.emit(conversation_ids)

    def unhide(self, *conversation_ids: str) -> None:
        self._hidden.difference_update(conversation_ids)
        self.changed.emit()

    def about_to_go(self) -> frozenset[str]:
        """Conversations that were deleted and can still be undone."""
        return frozenset(self._hidden) & {c.id for c in self.conversations}

    def delete(self, *conversation_ids: str) -> None:
        """For good. What was learned from them stays."""

        def done(deleted: Forgotten) -> None:
            self.gone(*conversation_ids)
            if deleted.unfinished is not None:
                self.problem.emit(problem_of(deleted.unfinished))

        forget = self._forgetting.forget_conversations
        self._runner.call(lambda: forget(conversation_ids, also=False), done)

    def gone(self, *conversation_ids: str) -> None:
        """They are deleted. What comes back under the same id, by an import, is seen again."""
        self.conversations = [c for c in self.conversations if c.id not in conversation_ids]
        self._hidden.difference_update(conversation_ids)
        self.refresh()

    def _list(self, conversations: list[Conversation]) -> None:
        self.conversations = conversations
        self.refreshed.emit()
        self.changed.emit()
