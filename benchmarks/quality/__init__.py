"""Quality on data with gold labels: ``python -m benchmarks.quality DATA [--set NAME] [--json]``.

DATA is a folder with one folder a set, each with ``gold.jsonl`` and the like; a set that is not
there is named and left out. Each set is one module with a function ``measure(folder, train)``
that gives figures (``figure.Figure``): what a constant or simple method reaches on the same
rows, what we reach, and a paired interval by bootstrap over documents. Nothing is learnt from
gold. No text of the sets stands in this project.
"""
