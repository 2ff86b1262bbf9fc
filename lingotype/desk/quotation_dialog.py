"""The dialog that asks what a quotation is: its source, its speaker, its original wording, the language of that."""

import json
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext_lazy as _
from wagtail.admin.modal_workflow import render_modal_workflow

from lingotype.desk.quotation_feature import ATTRIBUTES
from lingotype.language.facts import LANGUAGES

Choices = list[tuple[str, Any]]

_REASONS = {
    "nothing": _("Select the words of the quotation first, then press the button again."),
    "paragraphs": _("A quotation lies within one paragraph. Mark the words of each paragraph on their own."),
}
"""Why nothing can be marked, by the word that the editor's script sends."""


class QuotationForm(forms.Form):
    """What an editor says about a quotation. Every part may be left out; an original needs its language."""

    source = forms.ChoiceField(
        label=_("Source"), required=False, help_text=_("One of the article's sources: add them below the text first.")
    )
    speaker = forms.CharField(label=_("Speaker"), required=False, max_length=200, strip=False)
    original = forms.CharField(
        label=_("Original wording"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("To the character, without quotation marks. Readers of its language get exactly these words."),
    )
    lang = forms.ChoiceField(label=_("Language of the original"), required=False)

    def __init__(self, *args: Any, sources: Choices, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        languages: Choices = [(code, language.name) for code, language in LANGUAGES.items()]
        for name, known in (("source", sources), ("lang", languages)):
            field: Any = self.fields[name]
            field.choices = self._with_present(name, [("", "—"), *known])

    def _with_present(self, name: str, choices: Choices) -> Choices:
        # A quotation that came from a file keeps what it says, also where this article or this table knows it no more.
        present = str((self.data.get(name) if self.is_bound else self.initial.get(name)) or "")
        known = {code for code, _label in choices}
        return choices if present in known else [*choices, (present, present)]

    def clean_original(self) -> str:
        """Lines as the database has them: a browser's form sends two signs at each line's end."""
        return str(self.cleaned_data["original"]).replace("\r\n", "\n")

    def clean(self) -> dict[str, Any]:
        """An original without a language could be given verbatim to nobody."""
        if self.cleaned_data.get("original") and not self.cleaned_data.get("lang"):
            self.add_error("lang", _("Say which language the original wording is in."))
        return self.cleaned_data


def quotation(request: HttpRequest) -> HttpResponse:
    """Answer the dialog: the form, or what was chosen as JSON for the editor's script."""
    reason = _REASONS.get(request.GET.get("reason", ""))
    if reason is not None:
        return _dialog(request, {"reason": reason})
    sources = _sources(request.GET.get("sources", ""))
    if request.method != "POST":
        form = QuotationForm(initial={name: request.GET.get(name, "") for name in ATTRIBUTES}, sources=sources)
        return _dialog(request, {"form": form})
    form = QuotationForm(request.POST, sources=sources)
    if not form.is_valid():
        return _dialog(request, {"form": form})
    chosen = {name: form.cleaned_data[name] for name in ATTRIBUTES if form.cleaned_data[name]}
    return JsonResponse({"step": "quotation_chosen", "result": chosen})


def _dialog(request: HttpRequest, context: dict[str, Any]) -> HttpResponse:
    response: HttpResponse = render_modal_workflow(
        request, "desk/quotation.html", None, context, json_data={"step": "quotation"}
    )
    return response


def _sources(text: str) -> Choices:
    """The article's sources as the page's form holds them, saved or not: JSON of (id, publication) pairs."""
    try:
        rows = json.loads(text or "[]")
        return [(str(id_), f"{publication} ({id_})" if publication else str(id_)) for id_, publication in rows]
    except (ValueError, TypeError):
        return []
