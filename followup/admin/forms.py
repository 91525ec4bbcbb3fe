"""Forms of the staff pages: upload, correction, withdrawal. The review's own are in record_form."""

from __future__ import annotations

from typing import Any

from django import forms

from ..documents import LIMITS
from ..documents.limits import size


class UploadForm(forms.Form):
    """One letter: pasted, or as a file."""

    text = forms.CharField(
        label="Paste the text",
        required=False,
        strip=False,
        help_text=f"The whole letter, from the letterhead to the signature. Up to {LIMITS.paste_bytes // 1024} KB; "
        "a letter is about 5 KB.",
        widget=forms.Textarea(attrs={"rows": 14, "class": "words", "autofocus": True}),
    )
    file = forms.FileField(label="Or upload a file", required=False, allow_empty_file=True)
    by_hand = forms.BooleanField(
        required=False,
        label="Enter the values by hand",
        help_text="For a letter that cannot be read by itself: its text is kept, and you fill in the fields.",
    )

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        text, file = (cleaned.get("text") or "").strip(), cleaned.get("file")
        if text and file:
            raise forms.ValidationError("Paste the text or choose a file, not both.", code="both")
        if not text and not file and not self.errors:
            raise forms.ValidationError("Paste the text of a letter, or choose a file.", code="empty")
        return cleaned


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files; an empty one is a line of the result, not a mistake of the form."""

    widget = FilesInput
    most = 200

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        if len(data) > self.most:
            raise forms.ValidationError(
                "These are %(count)s files; the limit is %(most)s at once. Put them into a ZIP archive.",
                params={"count": len(data), "most": self.most},
            )
        return [super(FilesField, self).clean(file, initial) for file in data or [None]]


class UploadManyForm(forms.Form):
    """Several letters: files, or ZIP archives of files."""

    letters = FilesField(
        label="Choose the files",
        allow_empty_file=True,
        error_messages={"required": "Choose the files of the letters, or a ZIP archive of them."},
        help_text=f"PDF, Word (.docx), ODT, HTML, mail (.eml), plain text or scans of up to {size(LIMITS.file_bytes)} each, "
        f"or ZIP archives of up to {LIMITS.bundle_entries} such files. Up to {FilesField.most} files and "
        f"{size(LIMITS.bundle_bytes)} at once.",
    )


class ReasonForm(forms.Form):
    """Why a letter is withdrawn."""

    reason = forms.CharField(
        label="Reason",
        max_length=500,
        min_length=10,
        help_text="Public: the letter’s address will say it.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
