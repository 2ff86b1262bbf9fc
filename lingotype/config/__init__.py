"""Wiring: the newsroom's settings file, Django's settings, addresses, the ASGI door, commands."""
