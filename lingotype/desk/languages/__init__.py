"""The screen of languages: which engines translate each pair, how well, and what another order would change."""
