"""The learner: personal LoRA adapters for local GGUF models. Knows nothing of the application."""

import os

# OpenMP threads that wait for each other shall sleep, not spin. Spinning is a little faster on an
# idle machine and ruinous on a busy one: beside other work on the same two cores SmolLM2-135M wrote
# 0.4 to 8 tokens a second spinning and 40 sleeping. Here, because it must come before the first
# library that brings OpenMP (llama.cpp, torch); a choice made in the environment wins.
os.environ.setdefault("OMP_WAIT_POLICY", "passive")
