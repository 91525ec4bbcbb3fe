"""The forms of the review: they turn what is typed or selected into the letter record, and say what cannot be read."""

from __future__ import annotations

import re
from typing import Any

from django import forms

from ..intake.record import Record, value
from ..letters import parse_partial_date, parse_reference, parse_references
from ..letters.languages import LANGUAGES
from ..letters.numerals import cardinals, ordinals
from ..letters.text import view
from ..models import GRADES, NOT_STATED, Letter, PartialDate, State

# form field -> path in the letter record
PATHS = {
    "kind": "kind",
    "language": "language",
    "reference": "reference",
    "date": "date",
    "state": "state",
    "symbol": "concluding_observations.symbol",
    "reports": "concluding_observations.reports",
    "session": "concluding_observations.session",
    "session_held": "concluding_observations.session_held",
    "months": "request.months",
    "due": "request.due",
    "paragraphs": "request.paragraphs",
    "report_symbol": "follow_up_report.symbol",
    "received": "follow_up_report.received",
    "assessed_session": "assessed.session",
    "assessed_held": "assessed.session_held",
    "addressee_name": "addressee.name",
    "addressee_email": "addressee.email",
    "signatory_name": "signatory.name",
    "signatory_role": "signatory.role",
}
FIELDS = {path: name for name, path in PATHS.items()}
_PARTS = ("concluding_observations", "request", "follow_up_report", "assessed", "addressee", "signatory")
NO_REPORT = "none"
DATES = ("date", "session_held", "due", "received", "assessed_held")


class DateField(forms.CharField):
    """A date with the precision typed: "13 September 2018", "May 2021", "2021-05"."""

    def clean(self, typed: Any) -> str | None:
        typed = super().clean(typed)
        if not typed:
            return None
        read = parse_partial_date(typed)
        if read is None:
            raise forms.ValidationError(
                "“%(typed)s” is no date. Write it like 13 September 2018, May 2021 or 2021-05.",
                params={"typed": typed},
            )
        return read


class NumberField(forms.IntegerField):
    """A number in figures, or in the words a letter prints: "35", "35th session", "thirty-fifth session"."""

    widget = forms.TextInput

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(min_value=1, max_value=999, required=False, **kwargs)
        self.widget.attrs["inputmode"] = "numeric"

    def to_python(self, typed: Any) -> int | None:
        return super().to_python(number_in(typed) if isinstance(typed, str) else typed)


class MonthsField(NumberField):
    """A period in months: "24", "two years", "18 months"."""

    def to_python(self, typed: Any) -> int | None:
        count = super().to_python(typed)
        years = isinstance(typed, str) and set(words_of(typed)) & _YEARS
        return count * 12 if count is not None and years else count


_YEARS = {
    word for language in LANGUAGES for name in language.years for word in view(name).lower().split()[-1:]
}


def words_of(typed: str) -> list[str]:
    """Words as the tables of numbers spell them, hyphens kept."""
    return re.findall(r"[^\W\d_]+(?:-[^\W\d_]+)*", view(typed[:200]).lower())


def number_in(typed: str) -> str:
    """The number that words hold, in figures; what is typed, where they hold none."""
    words = words_of(typed)
    if not words:
        return typed
    if figures := re.search(r"(?<![\d-])\d{1,3}(?!\d)", typed):
        return figures[0]
    for length in (3, 2, 1):
        for start in range(len(words) - length + 1):
            spelt = "-".join(words[start : start + length])
            for language in LANGUAGES:
                for table in (ordinals(language), cardinals(language)):
                    if spelt in table:
                        return str(table[spelt])
    return typed


class RecordForm(forms.Form):
    """The values of the letter itself."""

    kind = forms.ChoiceField(label="Kind of letter", choices=Letter.Kind.choices)
    language = forms.ChoiceField(
        label="Language", choices=[("", "Not known"), *Letter.Language.choices], required=False
    )
    reference = forms.CharField(label="Reference", max_length=100, required=False)
    date = DateField(label="Date of the letter", required=False)
    state = forms.ChoiceField(label="State", required=False)
    symbol = forms.CharField(label="Concluding observations", max_length=60, required=False)
    reports = forms.CharField(
        label="Periodic reports reviewed",
        required=False,
        help_text=f"1 for the initial report; 2, 3 for combined reports; “{NO_REPORT}” in the absence of a report.",
    )
    session = NumberField(label="Adopted at session")
    session_held = DateField(label="Session held in", required=False)
    months = MonthsField(label="Months given")
    due = DateField(label="Due date, if printed", required=False)
    paragraphs = forms.CharField(label="Paragraphs asked about", required=False)
    report_symbol = forms.CharField(label="Follow-up report", max_length=60, required=False)
    received = DateField(label="Report received", required=False)
    assessed_session = NumberField(label="Examined at session")
    assessed_held = DateField(label="That session held in", required=False)
    addressee_name = forms.CharField(label="Addressee", max_length=200, required=False)
    addressee_email = forms.CharField(label="E-mail of the addressee", max_length=200, required=False)
    signatory_name = forms.CharField(label="Signed by", max_length=200, required=False)
    signatory_role = forms.CharField(label="Role", max_length=100, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        states = [(state.iso3, f"{state.name} ({state.iso3})") for state in State.objects.all()]
        self.fields["state"] = forms.ChoiceField(
            label="State", choices=[("", "Not known"), *states], required=False
        )

    @staticmethod
    def initial_of(record: Record) -> dict[str, Any]:
        """What the fields show for a record."""
        shown = {name: value(record, path) for name, path in PATHS.items()}
        for name in DATES:
            shown[name] = PartialDate.parse(shown[name]).words() if shown[name] else None
        reports = shown["reports"]
        shown["reports"] = NO_REPORT if reports == [] else ", ".join(str(number) for number in reports or [])
        shown["paragraphs"] = ", ".join(shown["paragraphs"] or [])
        return shown

    def clean_reports(self) -> list[int] | None:
        typed = self.cleaned_data["reports"].strip().lower()
        if not typed:
            return None
        if typed == NO_REPORT:
            return []
        parts = re.split(r"\band\b|\bet\b|\by\b|[,;]", typed.replace("initial report", "1"))
        try:
            return sorted({int(number_in(part.strip())) for part in parts if part.strip()})
        except ValueError as error:
            raise forms.ValidationError(
                f"Write the numbers of the reports, such as 1 or 2, 3, or “{NO_REPORT}”."
            ) from error

    def clean_paragraphs(self) -> list[str]:
        typed = self.cleaned_data["paragraphs"]
        references = parse_references(typed)
        if typed and not references:
            raise forms.ValidationError("Write the paragraphs like 12, 35 (a) and 47.")
        return [reference.label for reference in references]

    def values(self, base: Record) -> Record:
        """The record with these values; a part that is null and stays empty stays null."""
        record = {**base, "concluding_observations": dict(base["concluding_observations"] or {})}
        for part in _PARTS:
            names = [name for name, path in PATHS.items() if path.startswith(part + ".")]
            filled = {PATHS[name].split(".")[1]: self.cleaned_data[name] for name in names}
            filled = {key: entry if entry != "" else None for key, entry in filled.items()}
            empty = not any(entry is not None and entry != [] for entry in filled.values())
            record[part] = None if empty and base[part] is None else filled
        for name in ("kind", "language", "reference", "date", "state"):
            record[name] = self.cleaned_data[name] or None
        return record


class RowForm(forms.Form):
    """One assessment."""

    paragraph = forms.CharField(label="Paragraph", max_length=20, required=False)
    grade = forms.ChoiceField(
        label="Grade", choices=[*GRADES, ("", NOT_STATED[1])], required=False, widget=forms.RadioSelect
    )
    grade_phrase = forms.CharField(label="Words printed", max_length=300, required=False)
    text = forms.CharField(
        label="Passage", required=False, widget=forms.Textarea(attrs={"rows": 8, "class": "words"})
    )
    read = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def clean_paragraph(self) -> str:
        typed = str(self.cleaned_data["paragraph"])
        reference = parse_reference(typed) if typed else None
        if typed and reference is None:
            raise forms.ValidationError(f"“{typed}” is no paragraph. Write it like 12 or 35 (a).")
        return reference.label if reference else ""

    def clean_text(self) -> str:
        return str(self.cleaned_data["text"]).replace("\r\n", "\n")

    def row(self, readings: int) -> Record:
        """The assessment as a row of the record; `readings` is how many rows the parser found."""
        cleaned = self.cleaned_data
        number = cleaned["read"]
        return {
            "paragraph": cleaned["paragraph"],
            "grade": cleaned["grade"] or None,
            "grade_phrase": cleaned["grade_phrase"] or None,
            "text": cleaned["text"],
            "read": number if number is not None and 0 <= number < readings else None,
        }


RowFormSet = forms.formset_factory(RowForm, extra=0, max_num=200, absolute_max=200)
