"""The mark of a corrected reply: unfolds the word-level diff, says whether it is learned from, and
both can be taken back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.ledger import Signal as LedgerSignal
from app.domain.ledger import State
from app.ui.controls import Button, Panel, column, row
from app.ui.diffview import DiffView, Form
from app.ui.language import mark, tr
from app.ui.segments import Segments

_NAMES = {
    State.ACTIVE: mark("Corrected"),
    State.EXCLUDED: mark("Corrected, only here"),
    State.QUARANTINED: mark("Corrected, held back"),
}
_TIPS = {
    State.ACTIVE: mark("The strongest sign of what you want: the next night learns from it."),
    State.EXCLUDED: mark("Your text stands here; nights learn nothing from it."),
    State.QUARANTINED: mark(
        "It may hold another's words, so nights leave it out until you judge it."
    ),
}


class Changes(Panel):
    """What was changed, in the form that is chosen."""

    form = Form.INLINE
    """As it was chosen last."""

    def __init__(self) -> None:
        super().__init__("inset")
        self.diff = DiffView()
        self.diff.set_form(Changes.form)
        self.forms = Segments(tr("Changes"), (tr("Inline"), tr("Side by side")), Changes.form - 1)
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
        self.mark = Button("mark", tr("Corrected"), icon="chevron-right", on=self.toggle)
        self.switch = Button("quiet", tr("Only here"), on=self._switch)
        self.back = Button("quiet", tr("Take back"), icon="undo", on=self._take_back)
        self.mark.setAccessibleDescription(tr("Shows or hides what you changed in this reply"))
        self.back.setToolTip(tr("Forget this correction and show what the model wrote"))
        self.changes: Changes | None = None  # made when it is first unfolded
        self._column = column(row(self.mark, self.switch, self.back, None, space=4), space=8)
        self.setLayout(self._column)

    def show_edit(self, edit: LedgerSignal) -> None:
        self._edit = edit
        self.mark.setText(tr(_NAMES[edit.state]))
        self.mark.setAccessibleName(tr(_NAMES[edit.state]))
        self.mark.setToolTip(tr(_TIPS[edit.state]))
        learns = edit.state is State.ACTIVE
        self.switch.setText(tr("Only here") if learns else tr("Keep for learning"))
        self.switch.setAccessibleName(self.switch.text())
        self.switch.setToolTip(
            tr("Keep the text, and learn nothing from it")
            if learns
            else tr("Learn from it at night, too")
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
