"""“Board”: articles × languages, with what may be done about them."""
