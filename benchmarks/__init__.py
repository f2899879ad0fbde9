"""Speed: how long the things take that a person waits for, and how much goes through.

``python -m benchmarks [NAME ...] [--records N] [--json]`` runs them and prints the machine, the
versions, and for each figure its target and what was reached. Everything is made in a temporary
folder.

``startup``  the command line        ``room``    the review room in a terminal
``ingest``   capture to grades       ``writes``  the write path, and ``verify`` after it
``report``   the demo's dossier      ``log``     the log alone: roots, proofs, tiles
``verify``   a full check, of N records (200,000, or 1,000,000 with ``--records 1000000``)

Left out: pages from the network (they would measure somebody else's server), and accuracy
(``seeds.measure``). Times are wall clock; CPU time stands beside them, because it suffers less
from what else the machine does.
"""
