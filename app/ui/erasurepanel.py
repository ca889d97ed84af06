"""The proof of erasure in the window: slow, with its progress, stopped at any time."""

from __future__ import annotations

from PySide6.QtWidgets import QGridLayout, QProgressBar

from app.domain.events import NightProgress
from app.services.proof import Claim, Proof, Verdict
from app.ui import theme, words
from app.ui.controls import Button, Label, Panel, Picture, clear, column, row
from app.ui.language import mark, tr
from app.ui.privacymodel import PrivacyModel

STEPS = 1000
TRAININGS = {
    1: mark("1 of 3: learning everything"),
    2: mark("2 of 3: forgotten, learning again without it"),
    3: mark("3 of 3: learning where it never was"),
}
VERDICTS = {
    Verdict.HOLDS: mark(
        "It holds: what was made after forgetting is what never saw the rows, byte for byte, and "
        "nothing of them was found in it or on the disk."
    ),
    Verdict.NO_POWER: mark(
        "It shows nothing: already before forgetting the test could not tell that the rows were "
        "there."
    ),
    Verdict.FAILS: mark("It does not hold. Please report this, with the output of {command}."),
}
CLAIMS = {
    "receipts": mark("Receipts that hold"),
    "adapters that saw the rows": mark("Adapters that saw the rows"),
    "rebuilt adapter, and one that never saw them": mark("Rebuilt, and one that never saw them"),
    "canary exposure before forgetting": mark("Exposure of canaries before, bits"),
    "canary exposure after": mark("Exposure of canaries after, bits"),
    "after, against canaries never planted": mark("After, against canaries never planted"),
    "membership AUC before forgetting": mark("Guessing who was in it, before"),
    "membership AUC after": mark("Guessing who was in it, after"),
    "traces found before forgetting": mark("Traces found before"),
    "traces found after": mark("Traces found after"),
}


class ErasurePanel(Panel):
    def __init__(self, model: PrivacyModel) -> None:
        super().__init__("card")
        self._model = model
        said = tr(
            "Plants made-up rows in a profile that is thrown away, forgets them, and looks for "
            "what is left: three trainings, half an hour to an hour. Your own data is only read."
        )
        self.begin = Button("plain", tr("Prove it now"), icon="play", on=model.prove)
        self.stop = Button(
            "plain", tr("Stop"), icon="stop", name=tr("Stop the proof"), on=self._stop
        )
        self.bar = QProgressBar()
        self.bar.setRange(0, 3 * STEPS)
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(tr("Progress of the proof"))
        self.state = Label("", "strong", wrap=True)
        self.claims = QGridLayout()
        self.claims.setHorizontalSpacing(theme.current().px(14))
        self.claims.setVerticalSpacing(theme.current().px(6))
        self.claims.setColumnStretch(1, 1)
        whole = column(
            Label(said, "muted", wrap=True),
            self.state,
            self.bar,
            space=12,
            margins=(22, 18, 22, 18),
        )
        whole.addLayout(self.claims)
        whole.addLayout(row(self.begin, self.stop, None))
        self.setLayout(whole)
        model.proving.connect(self._show_progress)
        model.proved.connect(self._show_proof)
        self._rest("")

    def _show_progress(self, training: int, progress: NightProgress | None) -> None:
        clear(self.claims)
        self.begin.hide()
        self.stop.show()
        self.bar.show()
        self.state.show()
        share = words.progress_share(progress) if progress else 0.0
        if self.stop.isEnabled():
            self.state.setText(tr(TRAININGS.get(training, TRAININGS[3])))
        self.bar.setValue(round((min(training, 3) - 1 + share) * STEPS))

    def _stop(self) -> None:
        """It ends at the next step, which may be some seconds away."""
        self.stop.setEnabled(False)
        self.state.setText(tr("Stopping …"))
        self._model.stop_proof()

    def _show_proof(self, proof: Proof | None) -> None:
        if proof is None:
            self._rest(tr("Stopped. Nothing was proved, and nothing was changed."))
            return
        self._rest(tr(VERDICTS[proof.verdict], command="reverie --json erasure prove"))
        for line, claim in enumerate(proof.claims):
            self._show_claim(line, claim)

    def _show_claim(self, line: int, claim: Claim) -> None:
        holds = claim.verdict is Verdict.HOLDS
        icon, colour = ("check", "good") if holds else ("cross", "danger")
        told = tr(CLAIMS[claim.name]) if claim.name in CLAIMS else claim.name
        self.claims.addWidget(Picture(icon, colour=colour, side=16), line, 0)
        self.claims.addWidget(Label(told, "body", wrap=True), line, 1)
        self.claims.addWidget(Label(claim.value, "number", wrap=True), line, 2)
        self.claims.addWidget(Label(tr("passed") if holds else tr("failed"), "caption"), line, 3)

    def _rest(self, said: str) -> None:
        self.bar.hide()
        self.stop.hide()
        self.stop.setEnabled(True)
        self.begin.show()
        self.state.setText(said)
        self.state.setVisible(bool(said))
