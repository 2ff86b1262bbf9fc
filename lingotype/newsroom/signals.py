"""News that the newsroom sends upwards; other apps listen, the newsroom knows none of them."""

from django.dispatch import Signal

article_changed = Signal()
"""An original article went live or changed while live. Sent inside the transaction that saves it; carries `article`."""

article_withdrawn = Signal()
"""An original article is no longer public. Sent inside the transaction that takes it off; carries `article`."""
