"""The form of a correction, made from the table of the model's values."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from typing import Any

from django import forms

from .. import changes
from ..models import GRADES, NOT_STATED, Letter, PartialDate, Session, State

ABOUT = ("reason", "source", "version", "key", "problem", "restores", "sure")


class CorrectionForm(forms.Form):
    """What every correction says beside the values: why, by which source, and what the person saw.

    `doubtful`: something speaks against the values, and the form asks whether the person is sure.
    """

    doubtful = False

    reason = forms.CharField(
        label="Reason",
        required=False,
        max_length=500,
        help_text="Public, without your name. For example: line 21 says “partially implemented”.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    source = forms.URLField(
        label="Link to a source (optional)",
        required=False,
        max_length=500,
        assume_scheme="https",
        help_text="Where somebody can see it, such as the letter on the site of the OHCHR.",
        widget=forms.URLInput(attrs={"class": "vURLField"}),
    )
    version = forms.IntegerField(widget=forms.HiddenInput)
    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    problem = forms.IntegerField(required=False, widget=forms.HiddenInput)
    restores = forms.IntegerField(required=False, widget=forms.HiddenInput)
    sure = forms.BooleanField(
        required=False, label="I have checked this against the letter: correct it all the same."
    )

    def values(self) -> dict[str, Any]:
        """What was sent; a value that the form did not carry stays as it is."""
        sent = {name: value for name, value in self.cleaned_data.items() if name in self.data}
        return {name: value for name, value in sent.items() if name not in ABOUT}


def form_for(rules: Any) -> type[CorrectionForm]:
    """The form of a model: a field for each of its values. What can stand is decided by the service."""
    fields = {}
    for name, field in rules.fields.items():
        fields[name] = _ASKS[field.ask](
            label=changes.label(name), required=False, help_text=field.help, **_choices(field.ask)
        )
        if field.ask == "text":
            fields[name].widget.attrs["class"] = "vTextField"
    return type("CorrectionForm", (CorrectionForm,), fields)


def initial(values: Mapping[str, Any], version: int) -> dict[str, Any]:
    """What a fresh form shows, with a nonce of its own."""
    stands = {name: shown(value) for name, value in values.items()}
    return {**stands, "version": version, "key": secrets.token_urlsafe(16)}


def shown(value: Any) -> str:
    """A value as a person would type it: 13 September 2018; 2, 3; none."""
    if isinstance(value, PartialDate):
        return value.words()
    if isinstance(value, State | Session):
        return str(value.pk)
    if isinstance(value, list):
        return ", ".join(map(str, value)) or "none"
    return "" if value is None else str(value)


class PassageField(forms.CharField):
    """A text of several lines; browsers send other line ends than are stored."""

    widget = forms.Textarea(attrs={"rows": 7, "class": "words"})

    def to_python(self, value: Any) -> str:
        return str(super().to_python(value)).replace("\r\n", "\n")


class GradeField(forms.ChoiceField):
    widget = forms.RadioSelect


_ASKS: dict[str, Any] = {
    "text": forms.CharField,
    "long": PassageField,
    "grade": GradeField,
    "state": forms.ChoiceField,
    "session": forms.ChoiceField,
    "kind": forms.ChoiceField,
    "language": forms.ChoiceField,
}


def _choices(ask: str) -> dict[str, Any]:
    if ask == "grade":
        return {"choices": [*GRADES, ("", NOT_STATED[1])]}
    if ask == "state":
        return {"choices": [(state.pk, f"{state.name} ({state.pk})") for state in State.objects.all()]}
    if ask == "session":
        sessions = [(str(one.pk), f"{one}, {one.start:%B %Y}") for one in Session.objects.all()]
        return {"choices": [("", "Not known"), *sessions]}
    if ask == "kind":
        return {"choices": [choice for choice in Letter.Kind.choices if choice[0] != Letter.Kind.OTHER]}
    return {"choices": [("", "Not known"), *Letter.Language.choices]} if ask == "language" else {}
