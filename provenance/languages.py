"""Names of languages, and which texts the rules read: those in English, or that look like it.

Codes are those of ISO 639-1. A short text, or one in several languages, has no language that can
be told; it is read where its commonest words are English ones. A text that is not read is kept,
and that it was not read is said aloud.
"""

import re

READ = "en"  # the language that the rules read
_LOOKED_AT = 4000  # code points
_FEW = 30  # words; in fewer there may be no common word
_OFTEN = 6  # of a hundred words of a text that is in English in part, so many are such words

_WORDS = re.compile(r"[^\W\d_]+")
_ENGLISH_WORDS = (
    "the of and to is was that for with by from it he she they have has not be are were this which"
    " said will who their his her been but its would could after before about there when what you"
    " we i my your our or if than then into over under more most no yes"
)
_OTHER_WORDS = (
    "der das und ist nicht ein eine den dem mit auf für von zu im sie wird auch le les des et est"
    " une du dans que qui pour sur pas el los las y del por con para se un una il di che e della"
    " per sono het een van de en dat op te niet och att det som på av är ikke og til jest nie na"
    " że się w ve bir bu için o os da do em não uma ja on ei oli"
)
_ENGLISH, _OTHERS = frozenset(_ENGLISH_WORDS.split()), frozenset(_OTHER_WORDS.split())
_NAMES = """
af Afrikaans|am Amharic|an Aragonese|ar Arabic|as Assamese|az Azerbaijani|be Belarusian
bg Bulgarian|bn Bengali|br Breton|bs Bosnian|ca Catalan|cs Czech|cy Welsh|da Danish|de German
dz Dzongkha|el Greek|en English|eo Esperanto|es Spanish|et Estonian|eu Basque|fa Persian
fi Finnish|fo Faroese|fr French|fy Frisian|ga Irish|gl Galician|gu Gujarati|ha Hausa|he Hebrew
hi Hindi|hr Croatian|ht Haitian Creole|hu Hungarian|hy Armenian|id Indonesian|ig Igbo
is Icelandic|it Italian|ja Japanese|jv Javanese|ka Georgian|kk Kazakh|km Khmer|kn Kannada
ko Korean|ku Kurdish|ky Kyrgyz|la Latin|lb Luxembourgish|lo Lao|lt Lithuanian|lv Latvian
mg Malagasy|mk Macedonian|ml Malayalam|mn Mongolian|mr Marathi|ms Malay|mt Maltese|my Burmese
nb Norwegian Bokmål|ne Nepali|nl Dutch|nn Norwegian Nynorsk|no Norwegian|oc Occitan|or Odia
pa Punjabi|pl Polish|ps Pashto|pt Portuguese|qu Quechua|ro Romanian|ru Russian|rw Kinyarwanda
se Northern Sami|sd Sindhi|si Sinhala|sk Slovak|sl Slovene|so Somali|sq Albanian|sr Serbian
sv Swedish|sw Swahili|ta Tamil|te Telugu|tg Tajik|th Thai|tk Turkmen|tl Tagalog|tr Turkish
ug Uyghur|uk Ukrainian|ur Urdu|uz Uzbek|vi Vietnamese|vo Volapük|wa Walloon|xh Xhosa|yi Yiddish
yo Yoruba|zh Chinese|zu Zulu
"""
_NAME_OF = dict(
    entry.strip().split(" ", 1) for line in _NAMES.strip().splitlines() for entry in line.split("|")
)


def language_name(code: str | None) -> str:
    """Return the English name of a language; its code where it has none here."""
    return "unknown" if code is None else _NAME_OF.get(code, code)


def is_read(language: str | None, text: str) -> bool:
    """Return whether the rules read a text in this language; None is one that cannot be told."""
    return looks_english(text) if language is None else language == READ


def looks_english(text: str) -> bool:
    """Return whether the commonest words of a text's beginning are English ones."""
    found = [word.lower() for word in _WORDS.findall(text, 0, _LOOKED_AT)]
    letters = "".join(found)
    latin = sum(1 for letter in letters if letter.isascii())
    if not letters or 10 * latin < 9 * len(letters):
        return False
    english = sum(1 for word in found if word in _ENGLISH)
    others = sum(1 for word in found if word in _OTHERS)
    if others > english:
        return False
    return len(found) < _FEW or 100 * english >= _OFTEN * len(found)
