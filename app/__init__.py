"""Reverie: a desktop assistant that learns one person overnight, on that person's own machine."""

__version__ = "0.1.0"
