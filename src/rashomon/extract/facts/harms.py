"""What befell the counted by the words around them, for where a parse goes wrong: headlines, lists, sentences without commas."""

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from rashomon.extract.acts import act_of, acts_lexicon, befalls_people
from rashomon.extract.facts.matters import Matter, together
from rashomon.extract.facts.nouns import TOLLS

FAR = 14  # tokens back from a number to the toll that it is given for
LISTED = 40  # tokens back to "the dead included"
NEAR = 8  # tokens on from the counted to what is said of them
PASSED = frozenset(
    (
        "the a an all his her their its our another other others further additional some at least about over more than around "
        "nearly almost up to as many roughly approximately estimated"
    ).split()
)
BODIES = frozenset(["body", "corpse", "remains"])
HURT = frozenset(["hospitalised", "hospitalized"])
HANDLED = frozenset("like as badly well with differently fairly equally poorly cruelly unfairly to".split())  # not cured
TREATED = frozenset(
    "treated suffered sustained suffering suffer received receiving sustaining taken rushed admitted brought with".split()
)
WOUNDS = frozenset(
    (
        "injury wound burn injuries wounds burns hospital hospitals fracture fractures concussion cuts bruises shock inhalation "
        "suffocation breathing asphyxiation symptoms"
    ).split()
)
UNTIL = frozenset(["flee", "leave", "evacuate"])  # "forced 300 residents to flee"
DRIVING = frozenset("drive force push chase uproot oust".split())
HOMES = frozenset("home house village land town city homeland".split())
CAUGHT = {"hostage": "abduct", "captive": "abduct", "prisoner": "arrest", "custody": "arrest", "homeless": "displace",
          "missing": "miss", "unaccounted": "miss"}  # fmt: skip
LISTING = frozenset("include be comprise number".split())
NAMED = frozenset("dead killed wounded injured deceased victims casualties fatalities missing arrested detained".split())


def harm_beside(first: Token, last: Token) -> Matter | None:
    """What befell those counted in the words from `first` to `last`: by what stands behind them, before them, or far before."""
    return _behind(last) or _before(first) or _listed(first) or toll_before(first)


def _behind(last: Token) -> Matter | None:
    """As in "treated for wounds", "to flee", "hostage", "from their homes"."""
    doc, sentence = last.doc, last.sent
    after = list(doc[last.i + 1 : min(last.i + 1 + NEAR, sentence.end)])
    if not after:
        return None
    for at, token in enumerate(after[:5]):
        if token.lemma_.lower() == "flee" and (at == 0 or after[at - 1].lower_ in ("to", "have", "had", "who", "were", "are")):
            return Matter("displace", token)
        if at < 4 and token.lower_ in CAUGHT and (at == 0 or after[at - 1].lower_ not in ("a", "the", "of")):
            return Matter(CAUGHT[token.lower_], token)
        if token.lower_ in HURT or (token.lower_ in TREATED and any(word.lower_ in WOUNDS for word in after[at + 1 : at + 7])):
            return Matter("injure", token)
        if token.lower_ == "treated" and (at + 1 == len(after) or after[at + 1].lower_ not in HANDLED):
            return Matter("injure", token)
        if token.is_punct or token.like_num or (token.pos_ in ("VERB", "NOUN") and token.lower_ not in TREATED):
            break
    if after[0].lower_ in ("from", "out") and any(word.lemma_.lower() in HOMES for word in after[1:5]):
        driver = next(
            (token for token in reversed(doc[max(sentence.start, last.i - NEAR) : last.i]) if token.pos_ == "VERB"), None
        )
        if driver is not None and driver.lemma_.lower() in DRIVING:
            return Matter("displace", driver)
    return None


def _before(first: Token) -> Matter | None:
    """As in "kills at least 16", "shot dead 13", "gunned down 14", "the deaths of 10", "the bodies of 44"."""
    doc, start = first.doc, first.sent.start
    at = first.i - 1
    while at > start and doc[at].lower_ in PASSED:
        at -= 1
    if at < start:
        return None
    word, ahead = doc[at], doc[at - 1] if at > start else None
    if word.lower_ == "of" and ahead is not None:
        return _of(ahead)
    if word.lower_ == "dead" and ahead is not None and ahead.lemma_.lower() in ("shoot", "shot"):
        return Matter("kill", word)
    if (
        word.lower_ == "down"
        and ahead is not None
        and ahead.lower_ in ("gun", "guns", "gunned", "gunning", "mowed", "mow", "mowing")
    ):
        return Matter("kill", ahead)
    return together(word) if befalls_people(act_of(word) or "") and word.tag_ != "JJ" else None


def _of(head: Token) -> Matter | None:
    if head.lemma_.lower() in BODIES:
        return Matter("kill", head)
    if head.lemma_.lower() in ("life", "lives"):
        before = head.doc[max(head.sent.start, head.i - 3) : head.i]
        return Matter("kill", head) if any(token.lemma_.lower() in ("claim", "cost", "take") for token in before) else None
    if befalls_people(act_of(head) or ""):
        return together(head)
    named = acts_lexicon().forms.get(head.lower_)  # "the wounding of eight others"
    return Matter(named, head) if named else None


def _listed(first: Token) -> Matter | None:
    """As in "The dead included two doctors, their two children and a nurse"."""
    for token in first.doc[max(first.sent.start, first.i - LISTED) : first.i]:
        if token.lower_ in NAMED and act_of(token) is not None:
            verb = next(
                (word for word in first.doc[token.i + 1 : min(token.i + 3, first.i)] if word.lemma_.lower() in LISTING), None
            )
            if verb is not None and not any(word.pos_ == "VERB" and word.i > verb.i for word in first.doc[verb.i + 1 : first.i]):
                return together(token)
    return None


def toll_before(first: Token) -> Matter | None:
    """What the toll counts that the number is given for, with no other number between: "put the death toll at as high as"."""
    for token in _back(first.doc, first.i, first.sent.start):
        if token.lemma_.lower() in TOLLS:
            near = first.doc[max(first.sent.start, token.i - 2) : min(token.i + 4, first.i)]
            kinds = ("kill" if word.lemma_.lower() in BODIES else act_of(word) for word in near)
            harm = next((kind for kind in kinds if kind is not None and befalls_people(kind)), None)
            return Matter(harm, token) if harm else None
    return None


def _back(doc: Doc, at: int, start: int) -> Iterator[Token]:
    for i in range(at - 1, max(start, at - FAR) - 1, -1):
        if (doc[i].like_num and doc[i + 1].text != "-") or doc[i].text in (";", ":", "."):
            return
        yield doc[i]
