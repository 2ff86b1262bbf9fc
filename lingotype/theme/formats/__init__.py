"""Dates as newspapers write them, where Django's own formats do not; named by `FORMAT_MODULE_PATH`."""
