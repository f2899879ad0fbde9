"""Provenance: source verification and provenance tracking.

Each claim found in a captured document gets a provenance record, corroboration
links and a reliability grade. Read in this order:

1. ``provenance.model``      the frozen records, and what they mean
2. ``provenance.workspace``  one module per verb: capture, assess, review, publish, verify
3. the parts, each a function over records: ``extract``, ``claims``, ``attribution``,
   ``corroboration``, ``lineage``, ``grading``, ``review``, ``audit``, ``report``
4. ``provenance.store``      where records, log and blobs lie
5. ``provenance.cli`` and ``tui``: two front ends that hold no rule

This module imports nothing, so that ``provenance --help`` stays fast.
"""

__version__ = "0.1.0"
__dist__ = "provenance-desk"
