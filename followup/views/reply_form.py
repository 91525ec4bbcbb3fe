"""The parameter of the page of figures beside its filter."""

from django import forms
from django.utils.translation import gettext_lazy

from ..parameters import StrictForm
from ..statistics import Reply


class ReplyForm(StrictForm):
    """Beside the filter: the reply of which the table lists all reports, and the page of it."""

    reply = forms.ChoiceField(
        required=False,
        choices=[(reply.value, reply.value) for reply in Reply],
        error_messages={"invalid_choice": gettext_lazy("“%(value)s” is not known here.")},
    )
