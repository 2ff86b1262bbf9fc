"""Where the form for a report is: below the article's own address."""

REPORT = "report"
"""The last part of the form's address. No page of the tree is answered there."""
