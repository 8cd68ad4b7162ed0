"""protocolgraph."""
