"""Benchmarks: what protocolgraph costs, beside what else does the same work; `python -m benchmarks` runs all."""
