"""The public face: templates, styles, typefaces and interface words. Replaceable as a whole; no models."""
