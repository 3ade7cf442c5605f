"""What each passage of an article's page is: its title, its byline, a paragraph, a heading, a caption, a quotation, or debris."""

import re
from collections import Counter
from collections.abc import Sequence

from lxml import html

from rashomon.model import BlockKind
from rashomon.read.dates import is_dateline
from rashomon.read.debris import is_furniture, is_sentence
from rashomon.read.drafts import About
from rashomon.read.elements import Passage, text_of
from rashomon.text.normal import folded

HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
ASIDE = {"nav", "aside", "footer", "form", "menu", "dialog"}
QUOTED = {"blockquote"}
CAPTIONS = {"figcaption", "caption"}
CAPTION = re.compile(r"caption", re.IGNORECASE)
BYLINE = re.compile(
    r"by-?line|author|dateline|timestamp|pub(?:lish(?:ed)?)?[-_]?date|(?:^|[-_ ])(?:date|time)(?:$|[-_ ])", re.IGNORECASE
)
_BY = re.compile(r"(?:by|von|par|por)\s+\S.{1,120}|(?:written|reported|posted|published|updated)\b.{2,120}", re.IGNORECASE)
SHORTEST_CAPTION, LONGEST_CAPTION = 4, 80  # words, where no element for captions says so
SHORT = 25  # words that a byline has at most, and a caption that trafilatura takes for text
TELLING = 8  # words from which a sentence under the title tells what the article tells
EARLY = 0.3  # share of the main text that may stand above the title: a notice, a repeated teaser
WHOLE = 0.8  # share of the running text that the article's own element holds at least
LINKED = 0.8  # share of a line's letters in links from which it only points elsewhere


class Article:
    """The passages of a page, those of its main text known, put in order by what they are."""

    def __init__(self, passages: Sequence[Passage], main: set[int], about: About) -> None:
        self.passages, self.about = passages, about
        self.main = self._inside(main)
        self.title_at = self._title_at()
        start = -1 if self.title_at is None else self.title_at
        body = [place for place in sorted(self.main) if place > start and self._is_running(place)]
        self.opening = body[0] if body else start  # where the running text begins
        below = range(start + 1, self.opening)
        self.main |= {place for place in below if place in main and is_sentence(passages[place].text)}
        self.main = {place for place in self.main if place > start} | self._standfirst(below)

    def kinds(self) -> list[BlockKind | None]:
        """The kind of each passage, None for what stands around the article and is left out."""
        places = [*self.main, *([] if self.title_at is None else [self.title_at])]
        inside = range(min(places), max(places) + 1) if places else range(0)
        return [self._kind(place) if place in inside else None for place in range(len(self.passages))]

    def _kind(self, place: int) -> BlockKind | None:
        passage = self.passages[place]
        if place == self.title_at:
            return "title"
        if place not in self.main and self._within(place, ASIDE):
            return None
        if self._is_caption(place):
            return "caption"
        if place < self.opening + 2 and self._is_byline(place):
            return "byline"
        if place not in self.main or is_furniture(passage.text) or self._points_elsewhere(place):
            return "boilerplate"
        if passage.tag in HEADINGS and place > self.opening:
            return "heading"
        return "quote" if self._within(place, QUOTED) else "para"

    def _title_at(self) -> int | None:
        """Where the title stands: the first heading that says what the page's own title says, or the only `h1` above the text."""
        letters, above = 0, []
        most = EARLY * sum(len(self.passages[place].text) for place in self.main)
        for place, passage in enumerate(self.passages):
            letters += len(passage.text) if place in self.main and self._is_running(place) else 0
            if letters > most:
                break
            above.append(place)
        for tags in ({"h1"}, HEADINGS):
            same = [place for place in above if self.passages[place].tag in tags and self._is_title(self.passages[place].text)]
            if same:
                return same[-1] if tags == {"h1"} else same[0]
        tops = [place for place in above if self.passages[place].tag == "h1"]
        return tops[0] if len(tops) == 1 else next((place for place in above if self._is_title(self.passages[place].text)), None)

    def _standfirst(self, below: range) -> set[int]:
        """The sentence right under the title, which sums the article up and which trafilatura drops with the page's head."""
        if self.title_at is None:
            return set()
        first = next((place for place in below if not self._is_byline(place)), None)
        told = first is not None and is_sentence(self.passages[first].text) and len(self.passages[first].text.split()) >= TELLING
        return {first} if first is not None and told and not self._within(first, ASIDE | CAPTIONS) else set()

    def _is_title(self, text: str) -> bool:
        """Whether the words are the page's title, which may name the site as well."""
        words, title = folded(text), folded(self.about.title or "")
        return bool(words) and (words == title or (len(words) >= 15 and words in title) or (len(title) >= 15 and title in words))

    def _inside(self, main: set[int]) -> set[int]:
        """Those passages of the main text that stand in the article's own element: the lowest that holds most of the text."""
        running = [place for place in main if self._is_running(place)] or main
        letters: Counter[html.HtmlElement] = Counter()
        for place in running:
            whole = "node()" not in self.passages[place].path  # an element is not lower than itself
            for element in self._around(place)[whole:]:
                letters[element] += len(self.passages[place].text)
        most = WHOLE * sum(len(self.passages[place].text) for place in running)
        holding = [element for element, count in letters.items() if count >= most]
        if not holding:
            return main
        own = max(holding, key=lambda element: sum(1 for _ in element.iterancestors()))
        return {place for place in main if own in self._around(place)}

    def _around(self, place: int) -> list[html.HtmlElement]:
        passage = self.passages[place]
        return [passage.element, *passage.element.iterancestors()]

    def _within(self, place: int, tags: set[str]) -> bool:
        return any(element.tag in tags for element in self._around(place))

    def _is_running(self, place: int) -> bool:
        return self.passages[place].tag not in HEADINGS and is_sentence(self.passages[place].text) and not self._is_byline(place)

    def _is_caption(self, place: int) -> bool:
        """Whether it stands under a picture: in an element for captions, or alone with a picture and no paragraph of the text."""
        passage = self.passages[place]
        if self._within(place, CAPTIONS):
            return not is_furniture(passage.text)
        if is_furniture(passage.text) or self._within(place, {"nav", "aside", "form"}):
            return False
        near = [element for element in self._around(place)[:2] if element.tag not in ("body", "main", "article", "section")]
        if any(CAPTION.search(element.get("class") or "") for element in near):
            return True
        most = (0 if passage.tag == "p" else SHORT) if place in self.main else LONGEST_CAPTION
        if not SHORTEST_CAPTION <= len(passage.text.split()) <= most or self._points_elsewhere(place):
            return False
        alone = len(text_of(passage.element)) <= 2 * len(passage.text)  # a list of pictures holds more than one text
        return alone and (passage.element.find(".//img") is not None or self._within(place, {"figure"}))

    def _is_byline(self, place: int) -> bool:
        """Whether a short line says who wrote the article or when: by its words, or by what its elements are called."""
        text = self.passages[place].text
        if len(text.split()) > SHORT or self.passages[place].tag in HEADINGS:
            return False
        if is_dateline(text) or _BY.fullmatch(text):
            return True
        author = folded(self.about.author or "")
        near = self._around(place)[:3]
        named = any(
            BYLINE.search(f"{element.get('class') or ''} {element.get('itemprop') or ''} {element.get('rel') or ''}")
            for element in near
        )
        return (bool(author) and author in folded(text) and len(text) <= 3 * len(author) + 40) or (
            named and not is_sentence(text)
        )

    def _points_elsewhere(self, place: int) -> bool:
        """Whether a line that is no sentence is nearly all links: the names of other pages."""
        passage = self.passages[place]
        if is_sentence(passage.text):
            return False
        if self._within(place, {"a"}):
            return True
        links = sum(len(text_of(link)) for link in passage.element.iterdescendants("a"))
        return links >= LINKED * len(text_of(passage.element))
