"""“Originals”: which words of a source each quotation of an article is, found by workers and accepted by editors."""
