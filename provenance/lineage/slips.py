"""Errors of writing that two texts share: nobody makes the same slip at the same place by chance.

A slip is a word written twice, or one of the usual misspellings of English, with the words
around it. Left out: errors of fact, and misspelt names, which nothing here tells from names.
"""

from collections.abc import Sequence

from provenance.lineage.wording import word_set

_MISSPELT = word_set(
    """
    accomodate accomodation acheive accross agressive apparantly arguement assasinated
    assasination
    basicly beleive begining buisness calender catagory cemetary collegue comittee commited
    concious definately definitly dissapear dissapointed embarass enviroment existance expierence
    familar finaly foriegn goverment gaurd happend harrassment independant
    knowlege liason libary maintainance milennium millenium neccessary noticable occassion occured
    occurence occuring offical oppurtunity parliment persue posession prefered propoganda publically
    realy recieve recieved refered religous rememberance resistence seige sence seperate seperated
    sieze succesful successfull supercede suprise suprised tendancy threshhold tommorow
    tounge truely
    unforseen unfortunatly untill wich wierd writting
    """
)
# What may stand twice.
_TWICE = frozenset({"had", "that", "very", "is", "no", "so", "bye", "ha", "pay"})


def slips(words: Sequence[str]) -> dict[tuple[str, str], str]:
    """Return the slips of a text, each with the word beside it, as they stand in it."""
    found: dict[tuple[str, str], str] = {}
    for at, word in enumerate(words):
        before = words[at - 1] if at else ""
        if word in _MISSPELT:
            found[before, word] = f"{before} {word}".strip()
        elif word == before and word.isalpha() and word not in _TWICE and at > 1:
            found[words[at - 2], f"{word} {word}"] = " ".join(words[at - 2 : at + 1])
    return found
