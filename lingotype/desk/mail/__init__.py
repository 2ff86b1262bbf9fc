"""E-mail: written down by whoever has something to say, sent by workers."""
