"""Finding the originals: which words of a source each quotation of an article is."""
