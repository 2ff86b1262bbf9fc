"""Readers' reports: found, judged beside their paragraph, and answered."""
