"""Which security headers a public page has, whoever answers: Django, the door from the page store, or a web server.

Pages are files and the same for every reader, so the policy names no nonce and no hash: whatever a page uses is a file
of this site. Plain data: the settings read it before Django is there.
"""

from collections.abc import Mapping

POLICY: Mapping[str, tuple[str, ...]] = {
    "base-uri": ("'none'",),
    "connect-src": ("'self'",),  # no script is there to connect; Lighthouse reads robots.txt in the page's name
    "default-src": ("'none'",),
    "font-src": ("'self'",),
    "form-action": ("'self'",),  # the search
    "frame-ancestors": ("'self'",),  # the desk shows drafts in a frame
    "img-src": ("'self'",),
    "style-src": ("'self'",),
}
"""What a public page may use: style sheet, typefaces and pictures of this site; no script, no frame, no plugin."""


def policy_text(policy: Mapping[str, tuple[str, ...]]) -> str:
    """A Content-Security-Policy as it stands in a header, its directives in the order of the alphabet."""
    return "; ".join(" ".join((name, *policy[name])) for name in sorted(policy))


PUBLIC_HEADERS: tuple[tuple[str, str], ...] = (
    ("Content-Security-Policy", policy_text(POLICY)),
    ("X-Content-Type-Options", "nosniff"),
    ("X-Frame-Options", "SAMEORIGIN"),
    ("Referrer-Policy", "strict-origin-when-cross-origin"),
    ("Cross-Origin-Opener-Policy", "same-origin"),
)
"""On every public page and every error, feeds included."""
