"""The engine: a child process that runs the base model, and what can run in it."""
