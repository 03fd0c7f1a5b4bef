"""CPU time of the main jobs beside a baseline of the same run: `python -m tests.benchmarks`."""
