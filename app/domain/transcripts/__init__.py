"""Conversations in and out: one module a format, all read into and written from `Transcript`."""
