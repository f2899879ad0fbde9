"""Decisions weighed by learnt numbers, each with the words that made it.

What is learnt stands in files of integers beside this module, each with a card in
``docs/models``: data, licence, measure, date, and the command that learns it again
(``python -m benchmarks.learn``). Features are hashed, so a file holds no words. Adding up is
done in integers, so that every machine says the same; a file is read when the first sentence
is weighed, never on import.
"""
