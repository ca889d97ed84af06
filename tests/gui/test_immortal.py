"""The guard against lost references of None, under PySide6 on Python 3.11."""

from __future__ import annotations

import subprocess
import sys

import pytest

PROGRAM = """
import os, sys
os.environ["QT_QPA_PLATFORM"] = "offscreen"
{guard}
from PySide6.QtWidgets import QApplication, QLabel
class Watch(QLabel):
    def eventFilter(self, watched, event):
        return super().eventFilter(watched, event)
app = QApplication([])
watch = Watch()
label = QLabel("x")
label.installEventFilter(watch)
label.show()
for i in range(20000):
    label.resize(100 + i % 2, 100)
    app.processEvents()
print("alive")
"""


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="these objects are immortal from 3.12 on")
def test_many_events_do_not_abort_the_interpreter() -> None:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM.format(guard="import app.ui")],
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert done.stdout.strip() == "alive", done.stderr[-400:]
    assert done.returncode == 0
