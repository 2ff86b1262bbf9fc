"""`{% kept NAME VALUE… %}…{% endkept %}`: a part of a template that a worker keeps from one page to the next."""

from collections.abc import Sequence

from django.template import Context, Library, Node, NodeList, TemplateSyntaxError
from django.template.base import Parser, Token
from django.utils.safestring import SafeString
from django.utils.translation import get_language

from lingotype.delivery.fragments import fragment

register = Library()


@register.tag
def kept(parser: Parser, token: Token) -> Node:
    """What is inside, kept under the name, the values and the reader's language.

    The values are names of the context. The inside sees these and nothing else, so that what it shows cannot be another
    page's; what is not there is None. They must be hashable.
    """
    _, *words = token.split_contents()
    if len(words) < 2 or not all(word.isidentifier() for word in words):
        raise TemplateSyntaxError("kept asks for a name, and for the names of the values that the inside shows")
    inside = parser.parse(("endkept",))
    parser.delete_first_token()
    return _Kept(words[0], words[1:], inside)


class _Kept(Node):
    def __init__(self, name: str, values: Sequence[str], inside: NodeList) -> None:
        self._name, self._values = name, values
        self.nodelist = inside

    def render(self, context: Context) -> SafeString:
        """The inside, worked out where it is not kept."""
        values = {name: context.get(name) for name in self._values}
        key = ("html", self._name, get_language(), *values.values())
        return fragment(key, lambda: self.nodelist.render(context.new(values)))
