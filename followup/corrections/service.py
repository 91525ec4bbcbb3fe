"""Correct, confirm, decline, restore: each one act, in one transaction, with one effect however often it is sent."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.db import IntegrityError, transaction
from django.utils import timezone

from .. import changes
from ..models import Change, Correction, Stale, claim, writing
from .rules import Act, Rules, Values
from .tables import RULES, earlier, rules_of
from .values import Doubtful, Refused, iso

SHORTEST_REASON = 10  # characters: "typo" explains nothing two years later
_AT_ONCE = "Somebody has entered the same at this moment. Look at the record again."
_LINK = URLValidator(schemes=["http", "https"])
Then = Callable[[Correction], Any]


def correct(
    record: Any,
    values: Mapping[str, Any],
    *,
    by: Any,
    reason: str,
    version: int,
    key: str,
    source: str = "",
    restores: Correction | None = None,
    then: Then | None = None,
    sure: bool = False,
) -> Correction:
    """Put other values in the place of published ones; values that are left out stay.

    `version` is the one the person saw, `key` the nonce of the form: sent again, the first correction is
    returned. `then` is called with the correction inside its transaction, once it is made: whoever answers a
    problem report with it is sure that both happen or neither.

    Where CONFIRM_CORRECTIONS is set the correction is only proposed, and nothing changes until `confirm`.

    Raises Refused for values that cannot stand, Doubtful for values that something speaks against, such as a grade that
    its words do not say, unless the person is `sure`, and Stale when the record changed since it was shown.
    """
    reason, rules = _reason(reason), rules_of(record)
    _refuse_link(source)
    if made := _sent_before(record, key):
        return made
    wanted = rules.read(values)
    draft = Correction(
        model=record._meta.model_name,
        record=str(record.pk),
        version=version,
        reason=reason,
        source=source,
        key=key,
        restores=restores,
        role=changes.role(by),
        made_by=by,
    )
    try:
        with transaction.atomic(), writing():
            if not sure:
                _refuse_doubtful(rules, record, wanted)
            if settings.CONFIRM_CORRECTIONS:
                return _propose(draft, rules, record, wanted)
            return _make(draft, rules, record, wanted, then)
    except (Stale, IntegrityError) as conflict:
        # the same form, sent twice at once: the other one was faster
        if made := _sent_before(record, key):
            return made
        if isinstance(conflict, Stale):
            raise
        raise Refused("", _AT_ONCE) from conflict


def confirm(correction: Correction, *, by: Any, then: Then | None = None) -> Correction:
    """Make a correction that somebody else proposed.

    Raises Refused for one's own proposal, and Stale when the record changed since, or another person decided.
    """
    _refuse_own(correction, by)
    try:
        with transaction.atomic(), writing():
            if not _decide(correction, by, Correction.Status.MADE, ""):
                return _decided(correction, by, Correction.Status.MADE)
            rules = RULES[correction.model]
            record = rules.model._default_manager.filter(pk=correction.record).first()
            if record is None:
                raise Refused("", "The record is no longer there: decline the correction.")
            correction.refresh_from_db()
            return _make(correction, rules, record, rules.read(correction.after), then)
    except IntegrityError as conflict:
        raise Refused("", _AT_ONCE) from conflict


def decline(correction: Correction, *, by: Any, reason: str) -> Correction:
    """Leave the values as they are, and say why. Raises as `confirm` does."""
    reason = _reason(reason)
    _refuse_own(correction, by)
    with transaction.atomic(), writing():
        if not _decide(correction, by, Correction.Status.DECLINED, reason):
            return _decided(correction, by, Correction.Status.DECLINED)
    correction.refresh_from_db()
    return correction


def restore(
    record: Any,
    to: Any,
    *,
    by: Any,
    reason: str,
    version: int,
    key: str,
    then: Then | None = None,
    sure: bool = False,
) -> Correction:
    """Bring back what stood before a correction, or at a row of the record's history, as a new correction."""
    of_correction = isinstance(to, Correction)
    values = to.before if of_correction else earlier(record, to)
    return correct(
        record,
        values,
        by=by,
        reason=reason,
        version=version,
        key=key,
        restores=to if of_correction else None,
        then=then,
        sure=sure,
    )


def _propose(draft: Correction, rules: Rules, record: Any, wanted: Values) -> Correction:
    current = rules.get(record.pk)
    if current.version != draft.version:
        raise Stale(current)
    _compare(draft, rules, current, wanted)
    draft.status = Correction.Status.PROPOSED
    draft.save()
    return draft


def _make(draft: Correction, rules: Rules, record: Any, wanted: Values, then: Then | None) -> Correction:
    """Write the correction, the record with all that hangs on it, and the entry of the public log."""
    claim(record, draft.version)
    current = rules.get(record.pk)
    after, changed = _compare(draft, rules, current, wanted)
    about, before = changes.subject(current), rules.values(current)
    if draft.pk is None:
        draft.save()
    rules.write(current, after, changed, Act(draft.made_by, draft.reason))
    _log(draft, rules, about, before, rules.get(record.pk))
    if then:
        then(draft)
    return draft


def _refuse_doubtful(rules: Rules, record: Any, wanted: Values) -> None:
    current = rules.get(record.pk)
    before = rules.values(current)
    changed = {name for name in wanted if before[name] != wanted[name]}
    after = {**before, **wanted}
    rules.refuse(current, after, changed)
    if doubt := rules.doubt(current, after, changed):
        raise Doubtful(*doubt)


def _compare(draft: Correction, rules: Rules, current: Any, wanted: Values) -> tuple[Values, set[str]]:
    """All values as they would stand, and the names of those that change; noted in a new correction."""
    before = rules.values(current)
    after = {**before, **wanted}
    changed = {name for name in wanted if before[name] != after[name]}
    rules.refuse(current, after, changed)
    if not changed:
        raise Refused(next(iter(wanted), ""), "Nothing would change: these are the values that stand.")
    if draft.pk is None:
        in_order = [name for name in rules.fields if name in changed]
        draft.before = {name: iso(before[name]) for name in in_order}
        draft.after = {name: iso(after[name]) for name in in_order}
        draft.state = changes.subject(current).state
    return after, changed


def _log(draft: Correction, rules: Rules, about: changes.Subject, before: Values, current: Any) -> None:
    """One entry by the old name and address, with the rows it leads to now: old addresses find them by it.

    A record that moved to another State has an entry in the log of each.
    """
    now, after = changes.subject(current), rules.values(current)
    # what was derived along with it (a due date) is public too
    names = [name for name in rules.fields if before[name] != after[name]]
    said: dict[str, Any] = {
        "by": draft.made_by,
        "reason": draft.reason,
        "before": {name: before[name] for name in names},
        "after": {name: after[name] for name in names},
    }
    leads_to = about._replace(letter=now.letter, recommendation=now.recommendation)
    changes.log(Change.Kind.CORRECTED, leads_to, correction=draft, **said)
    if now.state != about.state:
        changes.log(Change.Kind.CORRECTED, now, **said)


def _sent_before(record: Any, key: str) -> Correction | None:
    made = Correction.objects.filter(key=key).first()
    if made and (made.model, made.record) != (record._meta.model_name, str(record.pk)):
        raise Refused("", "This form was used for another record. Open the page again.")
    return made


def _decide(correction: Correction, by: Any, status: str, decision: str) -> bool:
    """Take the decision, if nobody took it before: the guarded update holds the row."""
    waiting = Correction.objects.filter(pk=correction.pk, status=Correction.Status.PROPOSED)
    decided = {"status": status, "decided_by": by, "decided_at": timezone.now(), "decision": decision}
    return bool(waiting.update(**decided))


def _decided(correction: Correction, by: Any, status: str) -> Correction:
    """The decision that was taken before: the same person's same one was sent twice, any other is a conflict."""
    correction.refresh_from_db()
    if (correction.status, correction.decided_by_id) != (status, by.pk):
        raise Stale(correction)
    return correction


def _refuse_own(correction: Correction, by: Any) -> None:
    if correction.made_by_id == by.pk:
        raise Refused("", "Another person than the one who proposed a correction decides on it.")


def _reason(reason: str) -> str:
    reason = reason.strip()
    if len(reason) < SHORTEST_REASON:
        raise Refused("reason", f"Say why, in {SHORTEST_REASON} characters or more.")
    return reason


def _refuse_link(source: str) -> None:
    if source:
        try:
            _LINK(source)
        except ValidationError as error:
            raise Refused("source", "Enter a whole link, such as https://tbinternet.ohchr.org/….") from error
