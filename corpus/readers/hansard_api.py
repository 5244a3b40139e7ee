"""Parliament's Hansard API, JSON: a debate (``debates/debate/{id}.json``) or the results of a search for contributions.

Covered: ``Overview``, ``Items`` and ``ChildDebates`` at any depth, headings from the ``Navigator``; column marks within the HTML, carried
forward from item to item; questions and the answers to them; divisions; ``Results`` or ``Contributions`` of a search, each with its own
date, debate and link, the full text where it is given. A passage's id is the contribution's (``ExternalId``), its further paragraphs add
``/2``, ``/3``. Not covered: overviews of a sitting day, lists of debates without their words. Source of the shape:
https://hansard-api.parliament.uk/swagger/ui/index.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from corpus.dates import in_words
from corpus.document import Document, Kind
from corpus.hansard import api_json as given
from corpus.hansard.archive_paragraph import Columns
from corpus.hansard.debate import Debate, address
from corpus.hansard.members import Roll
from corpus.hansard.record import Record
from corpus.unreadable import UnreadableDocument

_RESULTS = ("Results", "Contributions", "WrittenAnswers", "WrittenStatements", "Corrections", "Petitions")


def read(data: bytes, source: str, sha256: str) -> list[Document]:
    """The debates or the search results in ``data``. Raises `UnreadableDocument` for other JSON and where nobody says anything."""
    try:
        held = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UnreadableDocument(source, f"is no JSON that can be read ({str(error).splitlines()[0][:120]}); fetch it again") from error
    roots = [part for part in (held if isinstance(held, list) else [held]) if isinstance(part, dict)]
    found = [document for root in roots if "Items" in root or "Overview" in root for document in _debate(root, source, sha256)]
    results = [part for part in roots if "ContributionExtId" in part]
    results += [part for root in roots for key in _RESULTS for part in given.objects(root.get(key))]
    found += _search(results, source, sha256)
    if not found:
        raise UnreadableDocument(source, "holds no contribution to a debate; add a debate or a search for contributions from Parliament's Hansard API")
    return found


def _debate(root: dict[str, Any], source: str, sha256: str) -> list[Document]:
    overview = given.obj(root.get("Overview"))
    house, day, title = given.house(overview.get("House")), given.day(overview.get("Date")), given.text(overview.get("Title")) or "Debate"
    identity = given.identity("hansard", overview.get("House"), day, given.text(overview.get("ExtId")) or title)
    record = Record(identity, given.kind(given.section(root)), house, given.series(overview), given.text(overview.get("VolumeNo")), day)
    debate = Debate(record, columns := Columns())
    waiting: list[tuple[dict[str, Any], tuple[str, ...]]] = [(root, ())]
    while waiting:
        part, above = waiting.pop()
        heads = _begin(debate, part, above, overview)
        for item in given.items(part, columns, source):
            debate.take(item)
        waiting += [(child, heads) for child in reversed(given.objects(part.get("ChildDebates")))]
    if not record.passages:
        return []
    name = f"{title}, {in_words(day)}" if day else title
    return [Document(identity, name, record.kind, source, sha256, record.whole(), day, house, url=_page(root, overview))]


def _begin(debate: Debate, part: dict[str, Any], above: tuple[str, ...], overview: dict[str, Any]) -> tuple[str, ...]:
    headings = given.headings(part, above)
    debate.begin(headings, _page(part, overview))
    return headings


def _page(part: dict[str, Any], outermost: dict[str, Any]) -> str | None:
    own = given.obj(part.get("Overview"))
    house, day = (own.get(key) or outermost.get(key) for key in ("House", "Date"))
    return address(given.house(house), given.day(day), given.text(own.get("ExtId")), given.text(own.get("Title")) or "")


def _search(results: list[dict[str, Any]], source: str, sha256: str) -> list[Document]:
    """One document of all that a search found; each contribution has its own day, debate and link."""
    ids = " ".join(sorted(str(result.get("ContributionExtId")) for result in results))
    identity = f"hansard-search-{hashlib.sha256(ids.encode('utf-8', 'replace')).hexdigest()[:12]}"
    kinds = [given.kind(f"{result.get('Section')} {result.get('HansardSection')}") for result in results]
    record = Record(identity, Kind.DEBATE)
    for result, kind in zip(results, kinds, strict=True):
        _result(record, result, kind, source)
    if not record.passages:
        return []
    days = sorted({passage.date for passage in record.passages if passage.date})
    when = in_words(days[0]) if len(days) == 1 else f"{in_words(days[0])} to {in_words(days[-1])}" if days else "undated"
    only = set(kinds).pop() if len(set(kinds)) == 1 else Kind.DEBATE
    day = days[0] if len(days) == 1 else None
    return [Document(identity, f"Hansard: contributions found by a search, {when}", only, source, sha256, tuple(record.passages), day, "Parliament")]


def _result(record: Record, result: dict[str, Any], kind: Kind, source: str) -> None:
    record.house, record.date, record.kind = given.house(result.get("House")), given.day(result.get("SittingDate")), kind
    title = given.text(result.get("DebateSection")) or ""
    debate = Debate(record, columns := Columns())
    record.roll = Roll()  # each result stands alone: a name in one says nothing about another
    debate.begin((title,) if title else (), address(record.house, record.date, given.text(result.get("DebateSectionExtId")), title))
    for item in given.found(result, columns, source):
        debate.take(item)
