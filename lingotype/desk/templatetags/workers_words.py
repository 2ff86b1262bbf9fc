"""What checks and workers say, in the editor's language: `{{ job.error|in_words }}`."""

from django import template

from lingotype.desk.in_words import in_words

register = template.Library()
register.filter("in_words", in_words)
