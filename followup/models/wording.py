"""Wordings of grades that staff taught the registry, beside those built into the parser."""

from __future__ import annotations

import re
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models

from ..letters import DEFAULT, Grade, Wording, fold
from .assessment import GRADES
from .base import Recorded
from .letter import Letter
from .state import State
from .trial import FRAMES, Refusal, try_out


class GradeWordingQuerySet(models.QuerySet["GradeWording"]):
    def in_use(self) -> GradeWordingQuerySet:
        """The wordings that letters are read with."""
        return self.filter(retired=False)

    def as_known(self) -> tuple[Wording, ...]:
        """The wordings as values for the parser."""
        return tuple(row.as_known() for row in self)

    def with_built_in(self) -> tuple[Wording, ...]:
        """All wordings that letters are read with: the parser's own, then those that staff taught."""
        return (*DEFAULT.wordings, *self.in_use().as_known())


class GradeWording(Recorded):
    """Words that state a grade, in one language, and a sentence in which they do.

    A wording is never deleted: a retired one is no longer handed to the parser. Letters that were read with
    it stay as they are.
    """

    language = models.CharField(max_length=2, choices=Letter.Language.choices)
    pattern = models.CharField(
        "words",
        max_length=200,
        help_text="Two words at least, as the letter prints them: half done. A choice is written “(half|partly) done”, "
        "a word that may be missing “(only |)half done”, other words in between “half … done”.",
    )
    folded = models.CharField(max_length=400, editable=False)
    grade = models.CharField(max_length=30, choices=GRADES)
    example = models.CharField(
        "example sentence",
        max_length=1000,
        help_text="A sentence of the Committee in which these words state the grade. It is shown on the public "
        "methodology page: write “the State party”, not the name of a State.",
    )
    retired = models.BooleanField(
        default=False, help_text="On: no letter is read with this wording any more."
    )
    added_at = models.DateTimeField("taught", auto_now_add=True)

    objects = GradeWordingQuerySet.as_manager()

    class Meta:
        verbose_name = "wording of a grade"
        verbose_name_plural = "wordings of grades"
        ordering = ["language", "grade", "folded"]
        constraints = [
            models.UniqueConstraint(
                fields=["language", "folded"],
                name="grade_wording_once",
                violation_error_message="These words are here already.",
            ),
            models.CheckConstraint(
                name="grade_wording_grade_known",
                condition=models.Q(grade__in=[code for code, _ in GRADES]),
                violation_error_message="This is not one of the grades.",
            ),
        ]

    def __str__(self) -> str:
        return f"“{self.pattern}”"

    def as_known(self) -> Wording:
        """The wording as the parser takes it."""
        return Wording(Grade(self.grade), self.pattern, self.example, self.language)

    def clean(self) -> None:
        """Refuse what the parser does not read as this grade, and what contradicts another wording."""
        super().clean()
        self.pattern, self.example = (" ".join(text.split()) for text in (self.pattern, self.example))
        if (
            not (self.pattern and self.example)
            or self.grade not in dict(GRADES)
            or self.language not in FRAMES
        ):
            return  # the fields say so themselves
        if len(fold(self.pattern)) > 400:
            raise ValidationError({"pattern": "These words are too long."})
        others = GradeWording.objects.exclude(pk=self.pk)
        twin = others.filter(language=self.language, folded=fold(self.pattern)).first()
        if twin:
            again = "It is retired: open it and take it back into use." if twin.retired else ""
            raise ValidationError(
                {"pattern": f"{twin} is here already, as “{twin.get_grade_display()}”. {again}".strip()}
            )
        if self.retired:
            return  # nothing is read with it, so nothing can go wrong
        self._keep_anonymous()
        try:
            try_out(
                self.as_known(),
                others.with_built_in(),
                {code: str(label) for code, label in GRADES},
            )
        except Refusal as refusal:
            raise ValidationError({refusal.field: refusal.message}) from refusal

    def _keep_anonymous(self) -> None:
        """The public page shows the words and the example: no address, and no State whose letter may be a draft."""
        said = {"pattern": self.pattern, "example": self.example}
        names = {name for row in State.objects.values_list("name_en", "name_fr", "name_es") for name in row}
        for field, text in said.items():
            if "@" in text:
                raise ValidationError({field: "This is shown to the public: take the e-mail address out."})
            folded = fold(text)
            for name in names:
                if re.search(rf"(?<!\w){re.escape(fold(name))}(?!\w)", folded):
                    raise ValidationError(
                        {field: f"This is shown to the public: write “the State party” instead of “{name}”."}
                    )

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep the folded words beside the printed ones: they tell whether a wording is here already."""
        self.folded = fold(self.pattern)
        super().save(*args, **kwargs)
