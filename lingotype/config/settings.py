"""Django's settings, made from the newsroom's `lingotype.toml` and the secrets beside it.

`LINGOTYPE_SITE` names the newsroom's folder; the `lingotype` command sets it from `--site`.
"""

import os
from pathlib import Path

from lingotype.config.databases import database
from lingotype.config.left_out import leave_out
from lingotype.config.newsroom_file import read_newsroom_file
from lingotype.config.secrets import secret_key
from lingotype.delivery.headers import POLICY, PUBLIC_HEADERS
from lingotype.language.facts import LANGUAGES as FACTS

leave_out()

LINGOTYPE = read_newsroom_file(Path(os.environ.get("LINGOTYPE_SITE", ".")))

DEBUG = False
SECRET_KEY = secret_key(LINGOTYPE.folder)
# The answer never depends on the Host header (addresses are made from site.url), so that any host may stand in front.
ALLOWED_HOSTS = ["*"]
CSRF_TRUSTED_ORIGINS = [LINGOTYPE.site_url]

INSTALLED_APPS = [
    "lingotype.config",
    "lingotype.desk",
    "lingotype.channels",
    "lingotype.importing",
    "lingotype.delivery",
    "lingotype.theme",
    "lingotype.translation",
    "lingotype.newsroom",
    "wagtail_localize",
    "wagtail_localize.locales",
    "wagtail.contrib.settings",
    "wagtail.contrib.redirects",
    "wagtail.embeds",
    "wagtail.sites",
    "wagtail.users",
    "wagtail.snippets",
    "wagtail.documents",
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "csp",
    "django_filters",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.sitemaps",
]

MIDDLEWARE = [
    "lingotype.translation.in_request.NoEngines",
    "lingotype.delivery.not_kept.NotKept",
    "lingotype.delivery.server_timing.ServerTiming",
    "lingotype.config.security.SecurityPolicy",
    "django.middleware.security.SecurityMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "lingotype.desk.refusals.Refusals",
    "lingotype.delivery.removed_languages.ReaderLanguage",
    "lingotype.delivery.removed_languages.OldAddresses",
]

ROOT_URLCONF = "lingotype.config.urls"
ASGI_APPLICATION = "lingotype.config.asgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ]
        },
    }
]

DATABASES = {"default": database(LINGOTYPE.database_url, LINGOTYPE.folder)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

USE_I18N = True
FORMAT_MODULE_PATH = ["lingotype.theme.formats"]
USE_TZ = True
TIME_ZONE = LINGOTYPE.time_zone
LANGUAGE_CODE = LINGOTYPE.languages[0]
LANGUAGES = [(code, FACTS[code].name) for code in LINGOTYPE.languages]
WAGTAIL_CONTENT_LANGUAGES = LANGUAGES
WAGTAIL_I18N_ENABLED = True
WAGTAILADMIN_PERMITTED_LANGUAGES = [
    ("en", "English"), ("ru", "Русский"), ("uk", "Українська"), ("be", "Беларуская"), ("es", "Español"),
    ("he", "עברית"),
]  # fmt: skip

STATIC_URL = "/static/"
STATICFILES_FINDERS = [
    "django.contrib.staticfiles.finders.FileSystemFinder",
    "django.contrib.staticfiles.finders.AppDirectoriesFinder",
    "lingotype.delivery.sheets.Sheets",
]
MEDIA_URL = "/media/"
MEDIA_ROOT = LINGOTYPE.folder / "media"
FILE_UPLOAD_PERMISSIONS = 0o644
DATA_UPLOAD_MAX_NUMBER_FIELDS = 10_000

WAGTAIL_SITE_NAME = LINGOTYPE.site_name
WAGTAILADMIN_BASE_URL = LINGOTYPE.site_url
WAGTAILIMAGES_IMAGE_MODEL = "newsroom.Picture"
# More than most cameras take; a small file can claim any size, and a worker would need the memory for it.
WAGTAILIMAGES_MAX_IMAGE_PIXELS = 50_000_000
# No SVG: it is a program, and would run on the desk's origin.
WAGTAILIMAGES_EXTENSIONS = ["gif", "jpg", "jpeg", "png", "webp"]
# Nothing that a browser would run on the desk's origin; read through Wagtail's view, which asks who may.
WAGTAILDOCS_EXTENSIONS = ["csv", "docx", "odt", "pdf", "txt", "xlsx", "zip"]
WAGTAILDOCS_SERVE_METHOD = "serve_view"
WAGTAILDOCS_INLINE_CONTENT_TYPES: list[str] = []
WAGTAILSEARCH_BACKENDS = {"default": {"BACKEND": "lingotype.newsroom.search_backend"}}
WAGTAIL_ALLOW_UNICODE_SLUGS = False
WAGTAIL_ENABLE_UPDATE_CHECK = False
WAGTAIL_ENABLE_WHATS_NEW_BANNER = False
WAGTAIL_GRAVATAR_PROVIDER_URL = None
# Translations are wanted, made and brought up to date by Lingotype's own jobs.
WAGTAILLOCALIZE_SYNC_LIVE_STATUS_ON_TRANSLATE = False
# A deleted page takes none of the texts with it that people translated: memory gives them again.
WAGTAILLOCALIZE_DISABLE_ON_DELETE = True
WAGTAIL_LOCALIZE_DEFAULT_TRANSLATION_MODE = "synced"

# Videos and posts are our own blocks, shown by their address: nothing is fetched, least of all inside a request.
WAGTAILEMBEDS_FINDERS: list[dict[str, str]] = []

# Mail is written down, and sent by workers; without `[mail]` nobody is written to.
_MAIL = LINGOTYPE.mail
EMAIL_BACKEND = "lingotype.desk.mail.outbox.Outbox" if _MAIL else "django.core.mail.backends.dummy.EmailBackend"
DEFAULT_FROM_EMAIL = SERVER_EMAIL = _MAIL.sender if _MAIL else "nobody@localhost"
WAGTAIL_PASSWORD_RESET_ENABLED = _MAIL is not None

# What public pages have, whoever answers; `config/security.py` says what the desk has instead.
_PUBLIC = dict(PUBLIC_HEADERS)
CONTENT_SECURITY_POLICY = {"DIRECTIVES": dict(POLICY)}
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = _PUBLIC["Referrer-Policy"]
SECURE_CROSS_ORIGIN_OPENER_POLICY = _PUBLIC["Cross-Origin-Opener-Policy"]
X_FRAME_OPTIONS = _PUBLIC["X-Frame-Options"]
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = LINGOTYPE.site_url.startswith("https://")
SILENCED_SYSTEM_CHECKS: list[str] = []

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    # A page that is not there is no trouble of a newspaper's; what breaks is still told.
    "loggers": {"lingotype": {"level": "INFO"}, "django.request": {"level": "ERROR"}},
}
