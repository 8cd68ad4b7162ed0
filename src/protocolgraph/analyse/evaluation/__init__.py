"""The parts of `protocolgraph.analyse.evaluate`."""
