"""Where passages begin, and which paragraphs each is on.

A lead-in with "paragraph N" or a heading begins one whatever the request says. With the request known, so does the
block that first names a paragraph asked about: as its label, in its first sentence, or, at the latest, in its grade.
Without a request the blocks that each name a paragraph of their own first are a series, and prove one another.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from .languages import LANGUAGES, Language
from .leads import lead_stop
from .paragraphs import Paragraph, Sentence
from .quotes import quotations
from .references import ParagraphRef, Printed, read_list
from .request import PrintedList, crosses, paragraph_lists, parts_of_same
from .topics import heads_appraisal
from .trailing import is_title
from .wording import choice, compiled

Graded = Callable[[Sentence], bool]

_MARKER = re.compile(r"(?:[0-9]{1,2}[.)]|[(]?[a-z][.)]|[IVX]{1,5}[.)]|[-•–*·]) ")
_HEAD_LEAD = re.compile(
    rf"[^.,;:]{{0,12}}(?:(?:{choice(w for language in LANGUAGES for w in language.recommendation)})[^.,;:]{{0,40}})?"
    rf"(?:{choice(w for language in LANGUAGES for w in language.paragraph)})[ :]{{1,3}}",
    re.IGNORECASE,
)
_HEAD_END = re.compile(r" ?(?:[:.|]|-(?= )|\(|$)")
_HEADING = 120
_FAR = 110  # characters before a list that still begins a block
_LABEL = re.compile(
    rf"[\[(¶§ ]{{0,3}}(?:(?:{choice(w for language in LANGUAGES for w in language.recommendation)}) ?[:.-]? ?)?(?=[1-9])",
    re.IGNORECASE,
)
_LABEL_END = re.compile(r"[\])]? ?(?:[.:|)\]]|-(?= )|\(|$)")
_SUBJECT = re.compile(r"(?:what|ce qui|ce que|ce qu'|lo) (?:[^.,;:()]{0,60} )?$", re.IGNORECASE)
_LETTERED = re.compile(r"(?:[(]?(?:[a-z]|[ivx]{1,5})[.)]|[-•–*·]) ", re.IGNORECASE)
_ITEM_NUMBER = re.compile(r"[(]?[0-9]{1,2}[.)] ")
_INTRODUCED = re.compile(r"^[^,;:.0-9]{1,20}, ")
# "The Committee comes back to paragraph 20": a second passage, and no cross-reference
_RETURNS = re.compile(
    r"[^.,;:()0-9]{0,50}(?<!\w)(?:(?:com(?:es?|ing)|turn(?:s|ing)?|go(?:es|ing)?) (?:back|again)|return(?:s|ing)?|reverts?|"
    r"reverting|revien[st]|revenant|retourne|vuelve|volviendo|regresa|retoma)"
    r"(?: \w+){0,3} (?:to|upon|on|sur|aux?|al?|sobre|el|los)(?!\w)",
    re.IGNORECASE,
)
_SHORT = 60  # characters of a title that stands before its text
_MOST_BLOCKS = 8  # between a title and the grade below it
_PROOF = 2  # blocks that make a series


@dataclass(frozen=True, slots=True)
class Opening:
    """Where a passage begins, and the paragraphs it is about. A heading alone has no words of its own."""

    paragraph: int
    start: int
    refs: tuple[Printed, ...]
    heading: bool = False
    named: int | None = None  # the paragraph that prints what it is on, where that is another


def find_openings(
    paragraphs: Sequence[Paragraph],
    asked: Sequence[ParagraphRef],
    language: Language,
    table: frozenset[int],
    graded: Graded,
) -> list[Opening]:
    """Where the passages begin, in the letter's order."""
    blocks = [paragraph for paragraph in paragraphs if paragraph.number not in table]
    found: list[Opening] = []
    for paragraph in blocks:
        last = found[-1].refs[-1].ref.number if found else None
        if opening := _strong(paragraph, language, last):
            found.append(opening)
    found = _without_bridges(found, paragraphs)
    if not asked:
        found += _series(blocks, found, language)
    elif missing := _left(
        [*asked], [printed.ref for opening in found for printed in opening.refs], both=True
    ):
        found += _asked_about(blocks, found, missing, language, graded)
    found.sort(key=lambda opening: (opening.paragraph, opening.start))
    if asked:
        found = _with_others(blocks, found, language, graded)
    return _from_their_titles(blocks, _headings_joined(found, paragraphs, language), graded)


def _from_their_titles(
    blocks: Sequence[Paragraph], found: Sequence[Opening], graded: Graded
) -> list[Opening]:
    """Openings whose paragraph is named by the grade at the end only: each begins at the title above, if all have one."""
    place = {block.number: n for n, block in enumerate(blocks)}
    moved: list[Opening] = []
    above = -1
    for opening in found:
        at = place[opening.paragraph]
        low = max(above + 1, at - _MOST_BLOCKS)
        titles = [n for n in range(low, at - 1) if is_title(blocks[n].text)]
        title = (titles[0] if moved else titles[-1]) if titles else None
        first = next(iter(blocks[at].sentences()), None)
        if title is None or first is None or opening.start or not graded(first):
            return list(found)
        moved.append(replace(opening, paragraph=blocks[title].number, named=opening.paragraph))
        above = at
    return moved


def _left(
    wanted: Sequence[ParagraphRef], taken: Sequence[ParagraphRef], both: bool = False
) -> list[ParagraphRef]:
    """The paragraphs wanted that are not among those taken, nor their parts; `both`: nor parts of one taken."""
    return [ref for ref in wanted if not any(ref.covers(t) or (both and t.covers(ref)) for t in taken)]


def _strong(paragraph: Paragraph, language: Language, last: int | None) -> Opening | None:
    """A paragraph that begins with a lead-in and "paragraph N", or with a heading. `last`: the number before it."""
    text = paragraph.text
    marker = _MARKER.match(text)
    start = marker.end() if marker else 0
    first = next(iter(paragraph.sentences(start)), None)
    if first is None:
        return None
    listed = _led(first, language, last)
    if listed:
        return Opening(paragraph.number, 0, listed.refs)
    if head := _HEAD_LEAD.match(text, start):
        lists = paragraph_lists(Sentence(paragraph.prose, start, min(len(text), start + 200)), language)
        if lists and lists[0].start <= head.end() + 1 and _HEAD_END.match(text, lists[0].end):
            return Opening(
                paragraph.number, 0, lists[0].refs, heading=len(text) <= _HEADING and not text.endswith(".")
            )
    return None


def _led(sentence: Sentence, language: Language, last: int | None = None) -> PrintedList | None:
    """The list of an opening clause: a lead-in, then "paragraph N" before the main clause begins."""
    stop = lead_stop(sentence, language)
    if stop is None:
        return None
    # the lead-in may itself hold the word: "On paragraph 12"
    for listed in paragraph_lists(sentence, language):
        if listed.start <= stop:
            return listed
    same = parts_of_same(sentence, last, language) if last else None
    return same if same and same.start <= stop else None


def _without_bridges(openings: list[Opening], paragraphs: Sequence[Paragraph]) -> list[Opening]:
    """ "With regard to paragraphs 27, 29 and 31, the Committee notes the following:" opens no passage."""
    texts = {paragraph.number: paragraph.text for paragraph in paragraphs}
    kept = []
    later: set[ParagraphRef] = set()
    for opening in reversed(openings):
        refs = {printed.ref for printed in opening.refs}
        if not (len(refs) > 1 and refs <= later and texts[opening.paragraph].endswith(":")):
            kept.append(opening)
        later |= refs
    return kept[::-1]


def _asked_about(
    blocks: Sequence[Paragraph],
    strong: Sequence[Opening],
    missing: Sequence[ParagraphRef],
    language: Language,
    graded: Graded,
) -> list[Opening]:
    """Beginnings for requested paragraphs that no strong opening takes up: what names them first, else their grade."""
    begun = {opening.paragraph for opening in strong}
    found: list[Opening] = []
    wanted = list(missing)
    for block in blocks:
        if not wanted:
            return found
        for start, refs in _named(block, wanted, language, block.number in begun):
            found.append(Opening(block.number, start, refs))
            wanted = _left(wanted, [printed.ref for printed in refs])
    begun |= {opening.paragraph for opening in found}
    first = min(begun, default=None)
    late: list[Opening] = []
    for block in blocks:
        if not wanted:
            break
        if block.number in begun or _LETTERED.match(block.text):
            continue
        if refs := _graded_in(block, wanted, language, graded):
            late.append(Opening(block.number, 0, refs))
            wanted = _left(wanted, [printed.ref for printed in refs])
    if len(late) + len(found) < _PROOF:
        # where no passage stands above, one alone may begin in the middle of its block
        late = [opening for opening in late if first is not None and opening.paragraph > first]
    return found + late


def _graded_in(
    block: Paragraph, wanted: Sequence[ParagraphRef], language: Language, graded: Graded
) -> tuple[Printed, ...]:
    """The paragraphs wanted that are named first in a block by the sentence that grades them."""
    for sentence in block.sentences():
        lists = paragraph_lists(sentence, language)
        if lists:
            return lists[0].refs if _all_of(lists[0].refs, wanted) and graded(sentence) else ()
    return ()


def _named(
    block: Paragraph, wanted: Sequence[ParagraphRef], language: Language, begun: bool
) -> Iterator[tuple[int, tuple[Printed, ...]]]:
    """Where a block names paragraphs wanted so that a passage begins, and which."""
    left = list(wanted)
    if not begun and (listed := _first_named(block, language, left)):
        yield 0, listed.refs
        left = _left(left, [printed.ref for printed in listed.refs])
    whole = not begun and left == list(wanted) and _ITEM_NUMBER.match(block.text) is not None
    for sentence in block.sentences():
        if not left:
            return
        listed = _led(sentence, language) if sentence.start else None
        if listed and _all_of(listed.refs, left):
            # a numbered paragraph is one passage, wherever it comes to its number
            yield 0 if whole else sentence.start, listed.refs
            left = _left(left, [printed.ref for printed in listed.refs])
        whole = whole and not paragraph_lists(sentence, language)


def _all_of(refs: Sequence[Printed], wanted: Sequence[ParagraphRef]) -> bool:
    return all(any(ref.covers(printed.ref) for ref in wanted) for printed in refs)


def _first_named(
    block: Paragraph, language: Language, wanted: Sequence[ParagraphRef] | None = None
) -> PrintedList | None:
    """The paragraphs that a block names first: in its first sentence, a title before it aside, or as its label.

    `wanted`: only these count.
    """
    quoted = next(quotations(block.text), (0, 0)) if block.text[:1] in '“"' else (0, 0)
    for sentence in _heads(block, language):
        for listed in paragraph_lists(sentence, language):
            if listed.start < quoted[1]:
                return None  # the recommendation, quoted
            if _is_cross(sentence, listed, language):
                continue
            if wanted is None or _all_of(listed.refs, wanted):
                return listed
            break
    label = _labelled(block)
    return label if label and (wanted is None or _all_of(label.refs, wanted)) else None


def _labelled(block: Paragraph) -> PrintedList | None:
    """The label of a block that is no more than numbers: "32 (a) and (b). Costs.", "Recommendation 17", "¶ 17"."""
    head = _LABEL.match(block.text)
    refs, end = read_list(block.text, head.end()) if head else ([], 0)
    if head is None or not refs or not _LABEL_END.match(block.text, end):
        return None
    return PrintedList(tuple(refs), head.end(), end)


def _heads(block: Paragraph, language: Language) -> Iterator[Sentence]:
    """The first sentence of a block, with its number and a short title before it: "3. Shelters. Further to …"."""
    marker = _MARKER.match(block.text)
    for sentence in block.sentences(marker.end() if marker else 0):
        yield sentence
        if len(sentence.text) > _SHORT or sentence.search(
            compiled((*language.committee, *language.speech.others))
        ):
            return


def _is_cross(sentence: Sentence, listed: PrintedList, language: Language) -> bool:
    """Whether a list is a cross-reference; "the recommendation set out in", "what was recommended in" are none."""
    if not crosses(sentence, listed, language):
        return False
    before = sentence.prose.text[sentence.start : listed.start]
    own = compiled(language.recommendation).search(before)
    return not (own and own.start() < _SHORT) and not _SUBJECT.match(before)


def _series(blocks: Sequence[Paragraph], strong: Sequence[Opening], language: Language) -> list[Opening]:
    """Where no request is known: blocks that each name a paragraph first that no other one does."""
    begun = {opening.paragraph for opening in strong}
    taken = {printed.ref for opening in strong for printed in opening.refs}
    found: list[Opening] = []
    for block in reversed(blocks):
        if block.number in begun or _LETTERED.match(block.text):
            continue
        listed = _first_named(block, language)
        refs = {printed.ref for printed in listed.refs} if listed else set()
        if listed and not (len(refs) > 1 and refs <= taken):
            found.append(Opening(block.number, 0, listed.refs))
            taken |= refs
    found.reverse()
    if [opening.refs[0].ref for opening in found] == [ParagraphRef(n + 1) for n in range(len(found))]:
        return []  # items numbered from 1
    return found if len(found) + len(strong) >= _PROOF else []


def _with_others(
    blocks: Sequence[Paragraph], found: list[Opening], language: Language, graded: Graded
) -> list[Opening]:
    """Also passages on what was not asked about, and second ones: they begin like others, or have a grade of their own."""
    begun = {opening.paragraph: opening for opening in found}
    taken = {printed.ref for opening in found for printed in opening.refs}
    texts = {block.number: block.text for block in blocks}
    heads = Counter(_head(texts[o.paragraph], o.start, o.refs) for o in found if o.paragraph in texts)
    kept: list[Opening] = []
    open_since = 0
    for n, block in enumerate(blocks):
        if block.number in begun:
            kept += [opening for opening in found if opening.paragraph == block.number]
            open_since = n
        elif (
            kept
            and not _LETTERED.match(block.text)
            and (listed := _another(block, kept[-1], taken, language))
        ):
            alike = heads[_head(block.text, 0, listed.refs)] >= _PROOF or _RETURNS.match(block.text)
            own = [after for after in blocks[n : n + 2] if after is block or after.number not in begun]
            if alike or (_any(graded, own) and _any(graded, blocks[open_since:n])):
                kept.append(Opening(block.number, 0, listed.refs))
                taken |= {printed.ref for printed in listed.refs}
                open_since = n
    return kept


def _head(text: str, start: int, refs: Sequence[Printed]) -> str:
    """What stands in a block before the paragraph that it names first, its own number aside."""
    return _ITEM_NUMBER.sub("", text[start : refs[0].spans[0][0]].lower())


def _another(
    block: Paragraph, before: Opening, taken: set[ParagraphRef], language: Language
) -> PrintedList | None:
    """What a block names first, if it is a paragraph that no passage is on, or fronted that of the passage above."""
    listed = _first_named(block, language)
    if listed is None or listed.start > _FAR:
        return None
    refs = {printed.ref for printed in listed.refs}
    if not any(ref.covers(t) or t.covers(ref) for ref in refs for t in taken):
        return listed
    if _RETURNS.match(block.text[: listed.start]) and refs <= taken:
        return listed
    same = refs == {printed.ref for printed in before.refs}
    return listed if same and _is_fronted(block.text, listed, language) else None


def _is_fronted(text: str, listed: PrintedList, language: Language) -> bool:
    """Whether a list stands in a clause of its own before the sentence: "Again with regard to paragraph 58, …"."""
    if not re.match(r"[^,;:.]{0,60},", text[listed.end :]):
        return False
    before = _INTRODUCED.sub("", text[: listed.start])
    speaker = compiled((*language.committee, *language.recommendation, *language.speech.pronouns)).search(
        before
    )
    return speaker is None and not re.search(r"[,;:]", before)


def _any(graded: Graded, blocks: Sequence[Paragraph]) -> bool:
    return any(graded(sentence) for block in blocks for sentence in block.sentences())


def _headings_joined(
    openings: list[Opening], paragraphs: Sequence[Paragraph], language: Language
) -> list[Opening]:
    """A heading and the sentence right below it that names the same paragraph are one beginning.

    So is what stands below the Committee's own heading: "Committee's evaluation", "Paragraph 31: implemented."
    """
    above = {after.number: before for before, after in itertools.pairwise(paragraphs)}
    order = {paragraph.number: n for n, paragraph in enumerate(paragraphs)}
    kept: list[Opening] = []
    for opening in openings:
        before = kept[-1] if kept else None
        same = before and {p.ref for p in before.refs} == {p.ref for p in opening.refs}
        if before and before.heading and same and order[opening.paragraph] - order[before.paragraph] <= 2:
            continue
        title = above.get(opening.paragraph)
        if (
            same
            and not opening.start
            and title
            and heads_appraisal(Sentence(title.prose, 0, len(title.text)), language)
        ):
            continue
        kept.append(opening)
    return kept
