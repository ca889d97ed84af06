"""The mark of a corrected reply: unfolds the word-level diff, says whether it is learned from, and
both can be taken back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.ledger import Signal as LedgerSignal
from app.domain.ledger import State
from app.ui.controls import Button, Panel, column, row
from app.ui.diffview import DiffView, Form
from app.ui.segments import Segments

_NAMES = {
    State.ACTIVE: "Corrected",
    State.EXCLUDED: "Corrected, only here",
    State.QUARANTINED: "Corrected, held back",
}
_TIPS = {
    State.ACTIVE: "The strongest sign of what you want: the next night learns from it.",
    State.EXCLUDED: "Your text stands here; nights learn nothing from it.",
    State.QUARANTINED: "It may hold another's words, so nights leave it out until you judge it.",
}


class Changes(Panel):
    """What was changed, in the form that is chosen."""

    form = Form.INLINE
    """As it was chosen last."""

    def __init__(self) -> None:
        super().__init__("inset")
        self.diff = DiffView()
        self.diff.set_form(Changes.form)
        self.forms = Segments("Changes", ("Inline", "Side by side"), Changes.form - 1)
        self.forms.chosen.connect(self._choose)
        self.setLayout(column(self.diff, row(self.forms, None), margins=(16, 14, 16, 12)))

    def _choose(self, number: int) -> None:
        Changes.form = Form(number + 1)
        self.diff.set_form(Changes.form)


class Correction(QWidget):
    """`Corrected`, with what was changed folded underneath."""

    taken_back = Signal(str)  # the id of the edit signal
    learning = Signal(str, bool)  # that id, and whether nights may learn from it

    def __init__(self) -> None:
        super().__init__()
        self._edit: LedgerSignal | None = None
        self.mark = Button("mark", "Corrected", icon="chevron-right", on=self.toggle)
        self.switch = Button("quiet", "Only here", on=self._switch)
        self.back = Button("quiet", "Take back", icon="undo", on=self._take_back)
        self.mark.setAccessibleDescription("Shows or hides what you changed in this reply")
        self.back.setToolTip("Forget this correction and show what the model wrote")
        self.changes: Changes | None = None  # made when it is first unfolded
        self._column = column(row(self.mark, self.switch, self.back, None, space=4), space=8)
        self.setLayout(self._column)

    def show_edit(self, edit: LedgerSignal) -> None:
        self._edit = edit
        self.mark.setText(_NAMES[edit.state])
        self.mark.setAccessibleName(_NAMES[edit.state])
        self.mark.setToolTip(_TIPS[edit.state])
        learns = edit.state is State.ACTIVE
        self.switch.setText("Only here" if learns else "Keep for learning")
        self.switch.setAccessibleName(self.switch.text())
        self.switch.setToolTip(
            "Keep the text, and learn nothing from it" if learns else "Learn from it at night, too"
        )
        self.switch.setHidden(edit.state is State.QUARANTINED)
        self._compare()

    @property
    def unfolded(self) -> bool:
        return self.changes is not None and not self.changes.isHidden()

    def toggle(self) -> None:
        if self.changes is None:
            self.changes = Changes()
            self._column.addWidget(self.changes)
            self.changes.show()
        else:
            self.changes.setVisible(not self.unfolded)
        self.mark.set_icon("chevron-down" if self.unfolded else "chevron-right")
        self._compare()

    def _compare(self) -> None:
        if self.changes is not None and self.unfolded and self._edit is not None:
            self.changes.diff.compare(self._edit.reply, self._edit.edited or "")

    def _switch(self) -> None:
        if self._edit is not None:
            self.learning.emit(self._edit.id, self._edit.state is not State.ACTIVE)

    def _take_back(self) -> None:
        if self._edit is not None:
            self.taken_back.emit(self._edit.id)
