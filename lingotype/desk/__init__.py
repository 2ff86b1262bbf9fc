"""Where editors see and steer every language."""
