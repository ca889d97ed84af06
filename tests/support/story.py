"""What to ask for when a reply must last until something is done to it."""

LONG_STORY = "Write a very long story about the sea, in many chapters."
"""Goes on for more than 1,500 tokens, ten seconds and longer; other stories end after one or two,
sooner or later as the processor rounds."""
