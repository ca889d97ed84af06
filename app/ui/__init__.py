"""The window. Nothing else imports PySide6."""

from app.ui import immortal

immortal.pin()
