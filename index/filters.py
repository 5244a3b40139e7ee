"""What a search is limited to: kinds, a speaker, a period, documents."""

from __future__ import annotations

from dataclasses import dataclass

from corpus.document import Kind

_OF_BODY = (
    "(json_extract(p.rest, '$.body') = ? OR json_extract(p.rest, '$.about.body') = ?"
    " OR instr(json_extract(p.rest, '$.office'), ?) > 0 OR instr(json_extract(p.rest, '$.about.office'), ?) > 0)"
)


@dataclass(frozen=True, slots=True)
class Filters:
    """Limits of a search; an empty one lets everything pass.

    ``kinds`` also admits digests of such originals. ``speaker`` is part of a name, in any case; ``body`` a body's whole
    name: what it publishes, what is digested of it, and who speaks for it by office. ``since`` and ``until``
    are ISO dates, both included, and may be of reduced precision (``until`` 2017 is until the end of it); a passage without a
    date passes neither.
    """

    kinds: tuple[Kind, ...] = ()
    speaker: str | None = None
    body: str | None = None
    since: str | None = None
    until: str | None = None
    documents: tuple[str, ...] = ()
    without_bundled: bool = False

    def __bool__(self) -> bool:
        return self != Filters()

    def sql(self) -> tuple[str, list[str]]:
        """The condition on the catalogue's ``passage p`` and its values."""
        parts, values = ["1"], list[str]()
        if self.kinds:
            marks = ",".join("?" * len(self.kinds))
            parts.append(f"(p.kind IN ({marks}) OR p.standing IN ({marks}))")
            values += [*self.kinds, *self.kinds]
        if self.speaker:
            parts.append("p.speaker IN (SELECT speaker FROM (SELECT DISTINCT speaker FROM passage) WHERE instr(folded(speaker), folded(?)) > 0)")
            values.append(self.speaker)
        if self.body:
            parts.append(_OF_BODY)
            values += [self.body] * 4
        if self.since:
            parts.append("p.date >= substr(?, 1, length(p.date))")
            values.append(self.since)
        if self.until:
            parts.append("substr(p.date, 1, length(?)) <= substr(?, 1, length(p.date))")
            values += [self.until, self.until]
        if self.documents:
            parts.append(f"p.document_id IN ({','.join('?' * len(self.documents))})")
            values += self.documents
        if self.without_bundled:
            parts.append("p.document_id NOT IN (SELECT id FROM document WHERE source LIKE 'bundled:%')")
        return " AND ".join(parts), values


NO_LIMITS = Filters()
"""Lets everything pass."""
