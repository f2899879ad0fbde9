"""Words by which a text credits somebody, as patterns: English, bounded, within one line."""

import re

from provenance.lineage.wording import word_set

_TITLE = (
    r"(?:St|Mt|Ft|Dr|Mr|Ms|Mrs|Sen|Rep|Gov|Gen|Maj|Lt|Col|Capt|Sgt|Prof|Rev|Det|Supt|Insp|Cpl|Pvt"
    r"|Adm|Cmdr|Brig)\."
)
_WORD = (
    rf"(?:(?:[A-Z]\.){{1,3}}|{_TITLE}|@?[A-Z](?:[\w&’'-]|\.(?=\w)){{0,30}}"
    r"|al-[A-Z]\w{1,20})"
)
_LINK = r"(?:of the|of|de|la|van|von|bin|al|and|for|&|on)"
_NAME = rf"(?:{_WORD}(?:\s(?:{_LINK}\s)?{_WORD}){{0,5}}|@\w{{1,30}})"
_NOUN = (
    r"(?:media|officials?|police|authorities|government|newspapers?|press|researchers?|scientists?"
    r"|officers?|prosecutors?|spokes(?:man|woman|person)|agency|websites?|site|outlets?|experts?"
    r"|analysts?|ministry|minister|ministers|army|military|court|officials|reporters?|journalists?"
    r"|residents|militants|activists|cleric|doctors?|lawyers?|attorneys?|diplomats?|broadcaster"
    r"|channel|magazine|paper|tabloid|blog|blogger|company|group|organi[sz]ation|study|users?)"
)
_OFFICE = rf"(?:\s(?:[a-z]{{3,15}}\s){{0,2}}?{_NOUN}\b)?"
_REPORTS = (
    r"(?:report(?:s|ed|ing)?|reveal(?:s|ed)|disclos(?:es|ed)|publish(?:es|ed)|wrote|writes|post(?:s|ed)"
    r"|tweet(?:s|ed)|broke|claim(?:s|ed|ing)?|alleg(?:es|ed)|announc(?:es|ed)|quot(?:es|ed)|cit(?:es|ed))"
)
_SAYS = (
    r"(?:sa(?:ys|id|ying)|t(?:ells|old)|add(?:s|ed)|confirm(?:s|ed)|stat(?:es|ed)|not(?:es|ed)"
    r"|explain(?:s|ed)|insist(?:s|ed)|believ(?:es|ed)|recall(?:s|ed)|warn(?:s|ed)|admit(?:s|ted)"
    r"|den(?:ies|ied)|describ(?:es|ed)|suggest(?:s|ed)|estimat(?:es|ed)|predict(?:s|ed))"
)
_ADVERB = r"(?:(?:also|has|have|had|later|first|recently|now|originally|earlier)\s){0,2}"
_ASIDE = r"(?:,\s[^,\n.!?\"“”]{1,90},)?"

BEFORE = re.compile(
    rf"(?P<name>{_NAME}{_OFFICE})['’]?{_ASIDE}\s{_ADVERB}"
    rf"(?:(?P<strong>{_REPORTS}|(?:is|are)\s(?:now\s)?(?:reporting|claiming)|(?:has|have)\slearned)"
    rf"|{_SAYS})\b"
)
AFTER = re.compile(
    r"\b(?:(?P<strong>[Aa]ccording\sto|[Rr]eport(?:ed|s)?\s(?:by|in|from)|[Pp]ublished\s(?:by|in|on)"
    r"|[Pp]osted\s(?:by|on|to)|[Cc]iting|[Cc]ited\sby|[Qq]uoting|[Qq]uoted\sby|[Vv]ia|[Tt]old|[Tt]ells"
    r"|[Ii]nterview(?:ed)?\s(?:with|by|on)|[Ss]poke\s(?:to|with)|[Ss]peaking\s(?:to|with|on)"
    r"|per|[Cc]ourtesy\sof|(?:[Rr]eleased|[Ii]ssued|[Uu]ploaded|[Ss]hared|[Ww]ritten|[Cc]reated|[Oo]btained"
    r"|[Mm]ade|[Cc]ompiled|[Cc]onducted|[Ss]een|[Cc]onfirmed)\sby|[Ss]tatement\s(?:from|by|to)|[Ee]mail(?:ed)?\s(?:to|from)"
    r"|(?:[Rr]eport|[Ss]tudy|[Ss]urvey|[Pp]oll|[Aa]rticle|[Ss]tory|[Pp]ost|[Vv]ideo|[Pp]hotos?)\s(?:by|from|in)"
    r"|[Rr]evealed\s(?:by|in|on)|[Ff]ootage\s(?:from|by|on)|[Aa]ired\s(?:by|on)|[Ss]ource:)"
    r"|reports)"
    rf"\s(?:the\s|a\s|an\s)?(?:[a-z]+(?:[ -][a-z]+){{0,4}}?[ ,]{{1,2}})?(?P<name>{_NAME}{_OFFICE})"
)
# "It will close," said the mayor Mara Quell.
INVERTED = re.compile(
    r"[,\"”’'?!]\s(?:sa(?:id|ys)|add(?:ed|s)|explain(?:ed|s)|wrote|writes|tweeted)\s"
    r"(?!(?:that|it|he|she|they|there|we|this|in|on|at|if|when|after|but|of|to)\b)(?:the\s|an?\s)?"
    rf"(?:[a-z]+(?:[ -][a-z]+){{0,4}}?[ ,]{{1,2}})?(?P<name>{_NAME}{_OFFICE})"
)
POSSESSED = re.compile(
    rf"(?P<name>{_NAME})['’]s?\s(?:[a-z]+\s){{0,2}}(?P<strong>report|story|article|interview|account|blog|post"
    r"|tweet|page|website|video|statement|lawyer|attorney|sources?|findings|study|survey)\b"
)
UNNAMED = re.compile(
    r"\b(?:(?:[a-z]+[ -]){0,3}(?:sources?|insiders?|tipsters?|witness(?:es)?|eyewitness(?:es)?)"
    r"|(?:anonymous|unnamed|unidentified)\s[a-z]+(?:\s[a-z]+)?)"
    r"(?:\s(?:close|familiar|near|inside|within|with|to|in|of|the|from|at)\b(?:\s[\w'’-]+){1,4})?"
)
TELLS = re.compile(r"\b(?:sa(?:y|ys|id)|t(?:ell|ells|old)|claim|report|according|reveal|quot)")
THINGS = re.compile(
    r"\b(?P<thing>video|footage|audio|recording|tape|photos?|photographs?|images?|tweets?|posts?|statement"
    r"|letter|memo|email|lawsuit|affidavit|complaint|court\s(?:papers|documents|filings?)|documents?"
    r"|press\srelease|study|survey|poll|patent|petition|diary|police\sreport|leak(?:ed)?|blog)\b"
)
# What stands first in a sentence or a name and is no part of one.
LEADING = word_set(
    """
    online several unconfirmed everyone sources witnesses reports a an and as at but by for from
    he her his i if in it its my no now of on one our she so that
    the their there these they this those to we what when where while who why with you also after
    although because before during however meanwhile since though until according then yet both
    still here how not or some many most other another each all monday tuesday wednesday thursday
    friday saturday sunday january february march april may june july august september october
    november december mr mrs ms dr sir
    """
)
PLACES = word_set(
    """
    twitter facebook instagram youtube reddit tumblr vine snapchat whatsapp telegram tiktok
    google internet web imgur 4chan pinterest linkedin
    """
)
OFFICES = re.compile(rf"\b{_NOUN}(?=\s{_ADVERB}(?:{_SAYS}|{_REPORTS})\b)")
SMALL = re.compile(r"(?:(?<=[\s\"“(])[a-z]{3,15}\s){1,2}$")
PRECEDED = re.compile(r"\b(?:of|for|by|with|to|in|from|about|on|at|and)\s(?:the\s)?$")
FIELD = {
    "photograph": "photo",
    "image": "photo",
    "footage": "video",
    "tape": "recording",
    "audio": "recording",
    "leaked": "leak",
}
