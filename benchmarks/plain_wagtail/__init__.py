"""Wagtail as its own tutorial sets it up, to compare with: one kind of page, one template, nothing else."""
