"""Invented press worlds with known truth: the demonstration, the tests' ground truth, benchmarks.

``world``      what a world is, and the newsroom in ``newsroom/``
``generator``  other worlds from a seed, by ``press``, ``editing``, ``pages``, ``volume``
``serve``      a world over HTTP on this machine
``evaluate``   findings against the truth; ``found`` takes them from a dossier
``run``        the main job on a world; ``measure`` prints how well it did, ``demo`` shows it

Every outlet, place and person is invented; every host ends in ``.example`` (RFC 2606).
"""
