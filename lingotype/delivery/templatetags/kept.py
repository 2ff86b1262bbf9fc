"""`{% kept NAME VALUE… %}…{% endkept %}`: a part of a template that a worker keeps from one page to the next."""

from collections.abc import Sequence

from django.template import Context, Library, Node, NodeList, TemplateSyntaxError
from django.template.base import FilterExpression, Parser, Token
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from lingotype.delivery.fragments import are_kept, fragment

register = Library()


@register.tag
def kept(parser: Parser, token: Token) -> Node:
    """What is inside, kept under the name, the values and the reader's language.

    The values must be all that the inside shows, and hashable; what is not there counts as None.
    """
    _, *words = token.split_contents()
    if len(words) < 2:
        raise TemplateSyntaxError("kept asks for a name and for the values that the inside shows")
    inside = parser.parse(("endkept",))
    parser.delete_first_token()
    return _Kept([parser.compile_filter(word) for word in words], inside)


class _Kept(Node):
    def __init__(self, values: Sequence[FilterExpression], inside: NodeList) -> None:
        self._values = values
        self.nodelist = inside

    def render(self, context: Context) -> SafeString:
        """The inside, worked out where it is not kept."""
        if not are_kept():
            return self.nodelist.render(context)
        values = (value.resolve(context, ignore_failures=True) for value in self._values)
        return fragment(("html", get_language(), *values), lambda: self.nodelist.render(context))
