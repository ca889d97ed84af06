"""The learner: personal LoRA adapters for local GGUF models. Knows nothing of the application."""
