"""Invented press worlds with known truth: the demonstration, the tests' ground truth, benchmarks.

Read `world` first (what a world is), then `evaluate` (how findings are compared with the
truth), then `generator` (other worlds from a seed) and `serve` (a world over HTTP). Every
outlet, place and person is invented; every host ends in ``.example`` (RFC 2606).
"""
