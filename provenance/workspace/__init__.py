"""The only place where parts meet the store: one module per verb, no SQL, no rule.

``core``      the opened workspace, its one write path; ``picture`` and ``features`` what is
              current, and what grading sees of it; ``views`` what a front end shows of it
verbs         ``init capture assess inquire decide correct undo publish verify backup export``
"""
