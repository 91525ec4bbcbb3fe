"""Forms of the staff pages: upload, correction, withdrawal. The review's own are in record_form."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django import forms
from django.conf import settings
from django.core import signing

from ..documents import LIMITS, originals
from ..documents.limits import size

_SALT, _NONE, DAY = "followup.upload", "-", 24 * 60 * 60


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
    # the letters like this one were seen; a file came before, and is among the originals
    apart = forms.BooleanField(required=False, widget=forms.HiddenInput)
    kept = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean_kept(self) -> dict[str, str]:
        """The SHA-256 and the name of a file that was uploaded today, as `keep` signed them."""
        try:
            kept: dict[str, str] = signing.loads(self.cleaned_data["kept"] or _NONE, salt=_SALT, max_age=DAY)
        except signing.BadSignature:
            kept = {}
        return kept

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        if cleaned.get("kept"):
            return cleaned
        text, file = (cleaned.get("text") or "").strip(), cleaned.get("file")
        if text and file:
            raise forms.ValidationError("Paste the text or choose a file, not both.", code="both")
        if not text and not file and not self.errors:
            raise forms.ValidationError("Paste the text of a letter, or choose a file.", code="empty")
        return cleaned

    def source(self) -> dict[str, Any]:
        """What was sent, as intake takes it: a text, or the bytes of a file and its name."""
        file, kept = self.cleaned_data["file"], self.cleaned_data["kept"]
        if kept:
            data = originals.read(kept["sha256"], Path(settings.ORIGINALS_DIR))
            return {"data": data, "filename": kept["name"]}
        return {"data": file.read(), "filename": file.name} if file else {"text": self.cleaned_data["text"]}

    def again(self, sha256: str) -> list[tuple[str, str]]:
        """Names and values that send the same letter once more; of a file what leads to its bytes."""
        cleaned = self.cleaned_data
        hand = [("by_hand", "on")] if cleaned["by_hand"] else []
        if not (cleaned["file"] or cleaned["kept"]):
            return [("text", cleaned["text"]), *hand]
        name = cleaned["kept"].get("name") or cleaned["file"].name
        return [("kept", signing.dumps({"sha256": sha256, "name": name}, salt=_SALT)), *hand]


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
