"""Lineage at scale: very many news-length texts whose origin is known, because it was made up.

``python -m benchmarks.scale [--documents N] [--add] [--json]``

Without ``--add``: who copied whom among N texts, with time, CPU time and the memory that all
processes held at most; beside it what finding near-duplicates alone comes to, with the packages
rensa and datasketch where they are installed, at the threshold that is best for them.
With ``--add``: one more text, where the keys of N stand in a database.
"""
