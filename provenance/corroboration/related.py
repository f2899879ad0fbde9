"""Words of general English that stand for each other, exclude each other, or turn a sentence.

``kin`` names the senses of a stem: two stems that share one may say the same. They come from
WordNet 3.0 (its licence stands at the head of ``related.words``), cut to what texts use; read
when first asked for. ``opposed`` and ``rival`` are small tables of our own: words that cannot
both hold of one event, and words of one kind of which another stands in the same place.
Left out: words of several parts, other languages.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from provenance.corroboration.vocabulary import stem

_OPPOSED = """
    rise/fall increase/decrease increase/fall rise/decline rise/decrease increase/decline
    grow/shrink expand/contract gain/lose win/lose victory/defeat success/failure
    accept/reject approve/reject allow/forbid allow/ban permit/forbid permit/prohibit
    open/close begin/end alive/dead survive/die genuine/forged genuine/fake authentic/forged
    authentic/fake real/fake guilty/innocent convict/acquit pass/fail succeed/fail
    support/oppose praise/criticise arrest/release hire/fire hire/dismiss appoint/dismiss
    remain/leave stay/leave resign/remain arrive/depart enter/leave join/leave
    legal/illegal lawful/unlawful safe/unsafe possible/impossible able/unable likely/unlikely
    known/unknown complete/incomplete successful/unsuccessful popular/unpopular
    higher/lower high/low more/less cheaper/dearer cheap/expensive ally/enemy friend/enemy
    best/worst better/worse good/bad largest/smallest larger/smaller large/small big/small
    biggest/smallest highest/lowest longest/shortest longer/shorter long/short tallest/shortest
    oldest/youngest older/younger old/young fastest/slowest fast/slow strong/weak stronger/weaker
    rich/poor most/least early/late earliest/latest positive/negative public/private
    married/unmarried married/single divorce/marry love/hate like/dislike remember/forget
    appear/disappear create/destroy build/demolish buy/sell lend/borrow export/import
    attack/defend advance/retreat strengthen/weaken raise/lower tighten/loosen include/exclude
    agree/disagree agree/refuse confirm/deny truth/lie true/untrue full/empty hot/cold
    major/minor rural/urban amateur/professional fiction/nonfiction fictional/real
    voluntary/forced upper/lower internal/external domestic/foreign male/female man/woman
    husband/wife brother/sister father/mother son/daughter king/queen actor/actress
    uncle/aunt boy/girl protagonist/antagonist hero/villain theist/atheist republican/democrat
    inside/outside single/several same/different slow/rapid ancient/modern
"""
_RIVALS = """
    north south east west northern southern eastern western northeast northwest southeast southwest;
    spring summer autumn winter;
    red blue green yellow black white brown orange purple grey;
    novel film album song play poem opera painting sculpture;
    actor politician scientist physicist chemist lawyer footballer cricketer wrestler boxer
    poet novelist painter singer rapper drummer guitarist pianist nurse soldier;
    comedy tragedy thriller western horror drama documentary;
    football baseball basketball cricket rugby hockey tennis golf;
    jazz rock rap reggae metal disco folk;
    gold silver bronze;
    cancer pneumonia stroke tuberculosis malaria leukemia;
    church mosque synagogue temple;
    christian muslim jewish hindu buddhist atheist;
    army navy;
    university school hospital prison factory;
    river lake sea ocean mountain desert island;
    city village state country county province;
    gun knife bomb poison;
    car bus train ship plane bicycle lorry helicopter;
    cyclist pedestrian motorcyclist motorist passenger;
    library hospital school museum theatre stadium station airport courthouse;
    dog cat horse cow sheep pig goat;
    gas coal oil wind water steel copper wood;
    africa asia europe america australia antarctica;
    african asian european;
    american british french german italian spanish russian chinese japanese indian canadian
    australian mexican brazilian irish scottish welsh dutch belgian swedish norwegian danish
    finnish polish czech hungarian austrian swiss greek turkish egyptian israeli iranian iraqi
    pakistani korean vietnamese thai indonesian portuguese argentine chilean cuban ukrainian;
    century decade year month week day hour minute second;
    kilometre mile metre foot inch;
    monarchy republic democracy dictatorship;
    president king emperor;
    murder suicide accident;
    drowned shot stabbed poisoned strangled hanged;
    mother father brother sister aunt uncle cousin grandmother grandfather;
    lung heart liver kidney brain stomach;
    left right;
    half third quarter
"""


def _pairs() -> Mapping[str, frozenset[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    for pair in _OPPOSED.split():
        one, other = map(stem, pair.split("/"))
        found[one].add(other)
        found[other].add(one)
    return {each: frozenset(others - {each}) for each, others in found.items()}


def _kinds() -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = defaultdict(set)
    for number, words in enumerate(_RIVALS.split(";")):
        for word in words.split():
            found[stem(word)].add(number)
    return {each: frozenset(kinds) for each, kinds in found.items()}


_OPPOSED_TO, _KIND_OF = _pairs(), _kinds()
# Of two parties to one deed one does this and the other that.
_CONVERSE = frozenset(
    frozenset(map(stem, pair.split("/")))
    for pair in ("buy/sell", "lend/borrow", "win/lose", "victory/defeat", "export/import")
)


def opposed(one: Iterable[str], other: Iterable[str]) -> tuple[str, str] | None:
    """Return two stems, one of each side, that cannot both hold, or None; first in order."""
    there = other if isinstance(other, set | frozenset) else set(other)
    found = [
        (each, against)
        for each in one
        if each in _OPPOSED_TO
        for against in _OPPOSED_TO[each]
        if against in there
    ]
    return min(found, default=None)


def converse(one: Iterable[str], other: Iterable[str]) -> bool:
    """Return whether two stems, one of each side, tell one deed from the sides of two parties."""
    there = set(other)
    return any(
        frozenset((each, against)) in _CONVERSE
        for each in one
        for against in _OPPOSED_TO.get(each, frozenset()) & there
    )


def rival(one: str, other: Iterable[str]) -> str | None:
    """Return the first of other stems that names another thing of the same kind, or None."""
    kinds = _KIND_OF.get(one)
    if not kinds:
        return None
    return min((each for each in other if kinds & _KIND_OF.get(each, frozenset())), default=None)


@cache
def _senses() -> Mapping[str, frozenset[int]]:
    text = (files("provenance.corroboration") / "related.words").read_text(encoding="utf-8")
    lines = [line for line in text.splitlines() if line and not line.startswith("#")]
    found: dict[str, set[int]] = defaultdict(set)
    for number, line in enumerate(lines):
        for word in line.split():
            found[stem(word)].add(number)
    return {each: frozenset(senses) for each, senses in found.items()}


def kin(word: str) -> frozenset[int]:
    """Return the senses of a stem, none where the table does not have it."""
    return _senses().get(word, frozenset())
