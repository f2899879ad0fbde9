"""The world's news agencies: usual name, other names, and abbreviations.

An abbreviation that is also a word or another thing ("PA", "SPA", "STA") counts only where a
dateline or a credit line has it; ``PROSE`` holds what names an agency anywhere. Broadcasters
and papers are no agencies: a text in which they are named is no wire copy for that.
"""

import re
from collections.abc import Iterable

# name | other names | abbreviations that name it anywhere | abbreviations of datelines alone
_TABLE = """
Reuters|Thomson Reuters,Reuters News Agency||RTRS
Associated Press|The Associated Press|AP|
Agence France-Presse|Agence France Presse|AFP|
United Press International||UPI|
Deutsche Presse-Agentur||dpa|DPA
Press Association|PA Media,PA news agency||PA
Bloomberg|Bloomberg News||
Xinhua|Xinhua News Agency,New China News Agency||XINHUA
China News Service|||CNS
TASS|Itar-Tass,ITAR-TASS|TASS|
Interfax|Interfax-Ukraine||
RIA Novosti|||RIA
Ukrinform|||
UNIAN|||
ANSA||ANSA|
Adnkronos|||AGI
EFE|Agencia EFE|EFE|
Europa Press|||
Lusa|||LUSA
Kyodo|Kyodo News||KYODO
Jiji Press|||JIJI
Yonhap|Yonhap News Agency||YNA
Korean Central News Agency||KCNA|
Anadolu|Anadolu Agency,Anadolu Ajansi||AA
Press Trust of India||PTI|
Asian News International|||ANI
Indo-Asian News Service||IANS|
United News of India|||UNI
Associated Press of Pakistan|||APP
Bangladesh Sangbad Sangstha|||BSS
Antara|Antara News||ANTARA
Bernama|||BERNAMA
Vietnam News Agency|||VNA
Philippine News Agency|||PNA
Australian Associated Press||AAP|
Canadian Press|The Canadian Press||CP
Agencia Brasil|Agência Brasil||
Telam|Télam||TELAM
Prensa Latina|||PL
Notimex|||NTX
Inter Press Service|||IPS
Austria Presse Agentur|||APA
Keystone-SDA|Keystone-ATS||SDA,ATS
Belga|Belga News Agency||BELGA
Algemeen Nederlands Persbureau||ANP|
Ritzau|||RITZAU
Norsk Telegrambyrå|||NTB
Tidningarnas Telegrambyrå|||TT
Suomen Tietotoimisto|||STT
Polska Agencja Prasowa|Polish Press Agency||PAP
Czech News Agency|||CTK,ČTK
TASR|||TASR
MTI|Magyar Távirati Iroda||MTI
Agerpres|||AGERPRES
Bulgarian News Agency|||BTA
Tanjug|||TANJUG
HINA|Croatian News Agency||HINA
Slovenian Press Agency|||STA
Athens-Macedonian News Agency|||ANA-MPA
Baltic News Service|||BNS
Middle East News Agency|||MENA
Saudi Press Agency|||SPA
Emirates News Agency|||WAM
Qatar News Agency|||QNA
Kuwait News Agency||KUNA|
Petra|Petra News Agency||
IRNA|Islamic Republic News Agency|IRNA|
ISNA||ISNA|
Fars News Agency|||FARS
Tasnim|Tasnim News Agency||
SANA|Syrian Arab News Agency||SANA
News Agency of Nigeria|||NAN
Ghana News Agency|||GNA
Ethiopian News Agency|||ENA
South African Press Association|||SAPA
PANAPRESS|Panafrican News Agency||PANA
Catholic News Service|||
Religion News Service|||RNS
Tribune News Service|Tribune Content Agency,McClatchy-Tribune||TNS
Dow Jones Newswires|||
Zenger News|||
IRIN|||
"""
_OUTLETS = [
    "CNN",
    "BBC",
    "NBC",
    "CBS",
    "PBS",
    "NPR",
    "ABC|News",
    "Fox|News",
    "Al|Jazeera",
    "Sky|News",
    "ITV",
]


def _rows() -> Iterable[tuple[str, list[str], list[str]]]:
    for row in _TABLE.strip().splitlines():
        name, others, anywhere, dateline = row.split("|")
        wide = [name, *filter(None, others.split(",")), *filter(None, anywhere.split(","))]
        yield name, wide, [each for each in dateline.split(",") if each]


def _pattern(forms: Iterable[str]) -> str:
    both = {form for each in forms for form in (each, each.upper())}
    return "|".join(re.escape(form) for form in sorted(both, key=lambda form: (-len(form), form)))


_USUAL = {form.casefold(): name for name, wide, short in _rows() for form in (*wide, *short)}
PROSE = _pattern(form for _, wide, _ in _rows() for form in wide)
DATELINE = _pattern(form for _, wide, short in _rows() for form in (*wide, *short))
OUTLETS = "|".join(re.escape(each.replace("|", " ")) for each in _OUTLETS)


def usual_name(form: str) -> str | None:
    """Return the usual name of an agency that a name or abbreviation stands for."""
    return _USUAL.get(" ".join(form.split()).casefold())
