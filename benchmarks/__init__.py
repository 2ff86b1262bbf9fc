"""The numbers we promise, each with its method; every run proves that it did the work."""
