"""All settings, read from the environment. Without any variable: development on SQLite.

ENVIRONMENT            development (default) or production
SECRET_KEY             required in production, at least 50 characters
DEBUG                  1 or 0; follows ENVIRONMENT when not set, refused in production
ALLOWED_HOSTS          comma-separated host names; required in production, never *
CSRF_TRUSTED_ORIGINS   comma-separated origins, such as https://registry.example.org
DATABASE_URL           sqlite:///path or postgres://user:password@host:port/name
STATIC_ROOT            where collectstatic puts the files that are served
ORIGINALS_DIR          where uploaded files are kept, outside the web root
SNAPSHOTS_DIR          where the dated files of /data/ are kept (var/snapshots)
UPLOADS_A_DAY          letters one person may upload a day (200)
TASKS                  immediate (default): letters are read where they come in; database: by workers
CONFIRM_CORRECTIONS    1: a correction is public only when a second person has confirmed it (0)
API_RATE               requests to the API from one address, for each process that answers (60/min)
TRUSTED_PROXIES        how many proxies in front set X-Forwarded-For and -Proto (0)
FEED_DOMAIN            the domain in the permanent ids of feeds (the first of ALLOWED_HOSTS); never change it
HSTS_SECONDS           how long browsers insist on HTTPS, in production (3600)
"""

import os
import re
import sqlite3
from pathlib import Path

import dj_database_url
from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured

BASE_DIR = Path(__file__).resolve().parent.parent
DEFAULT_KEY = "development-only-key-that-production-refuses-to-start-with"


def _flag(name: str, default: bool) -> bool:
    value = os.environ.get(name, "")
    return value.lower() in {"1", "true", "yes", "on"} if value else default


def _list(name: str) -> list[str]:
    return [part.strip() for part in os.environ.get(name, "").split(",") if part.strip()]


ENVIRONMENT = os.environ.get("ENVIRONMENT", "development")
if ENVIRONMENT not in {"development", "production"}:
    raise ImproperlyConfigured(f"ENVIRONMENT is “{ENVIRONMENT}”: it must be development or production.")
PRODUCTION = ENVIRONMENT == "production"
DEBUG = _flag("DEBUG", default=not PRODUCTION)
SECRET_KEY = os.environ.get("SECRET_KEY") or DEFAULT_KEY
SECRET_KEY_FALLBACKS = _list("SECRET_KEY_FALLBACKS")
ALLOWED_HOSTS = _list("ALLOWED_HOSTS") or ([] if PRODUCTION else ["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = _list("CSRF_TRUSTED_ORIGINS")
TRUSTED_PROXIES = int(os.environ.get("TRUSTED_PROXIES", "0"))
FEED_DOMAIN = os.environ.get("FEED_DOMAIN") or next(iter(ALLOWED_HOSTS), "").lstrip(".")

if PRODUCTION:
    if DEBUG:
        raise ImproperlyConfigured("DEBUG is on: production refuses to start with it.")
    if SECRET_KEY == DEFAULT_KEY or len(SECRET_KEY) < 50:
        raise ImproperlyConfigured("SECRET_KEY is missing or shorter than 50 characters.")
    if not ALLOWED_HOSTS or any("*" in host for host in ALLOWED_HOSTS):
        raise ImproperlyConfigured("ALLOWED_HOSTS must name the hosts; it is empty or holds “*”.")

INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.sitemaps",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_filters",
    "django_htmx",
    "django_tasks",
    "drf_spectacular",
    "rest_framework",
    "simple_history",
    "followup",
]

MIDDLEWARE = [
    # the three that write headers stand first: their headers are on every answer, also a 413 or a static file
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "cmw.middleware.ReadableFromAnywhere",
    "cmw.middleware.BodyLimit",
    "cmw.middleware.StaffMethods",
    "cmw.middleware.Outages",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "cmw.middleware.PrivateWhenLoggedIn",
    "django.contrib.messages.middleware.MessageMiddleware",
    "simple_history.middleware.HistoryRequestMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "cmw.urls"
WSGI_APPLICATION = "cmw.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "followup.views.context.registry",
            ],
        },
    },
]

# ---- Database: SQLite without set-up, PostgreSQL by DATABASE_URL ----

DATABASES = {
    "default": dj_database_url.parse(
        os.environ.get("DATABASE_URL") or f"sqlite:///{BASE_DIR / 'var' / 'registry.sqlite3'}",
        conn_max_age=60,
        conn_health_checks=True,
    )
}


def _sqlite_journal(version: tuple[int, ...]) -> str:
    """Journal settings that keep an acknowledged save through a power cut.

    SQLite before 3.51.3 (and outside the 3.44 and 3.50 back-ports) can corrupt a database in WAL
    mode when two connections write and checkpoint at once, so those versions keep the rollback journal.
    """
    fixed = version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51) or (3, 44, 6) <= version < (3, 45)
    return (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL;"
        if fixed
        else "PRAGMA journal_mode=DELETE; PRAGMA synchronous=EXTRA;"
    )


if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    DATABASES["default"].setdefault("OPTIONS", {}).update(
        # IMMEDIATE: a transaction that reads and then writes never fails with “database is locked”
        transaction_mode="IMMEDIATE",
        timeout=20,
        init_command=_sqlite_journal(sqlite3.sqlite_version_info) + " PRAGMA recursive_triggers=ON;",
    )
    if str(DATABASES["default"]["NAME"]).startswith(str(BASE_DIR / "var")):
        (BASE_DIR / "var").mkdir(exist_ok=True)
else:
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault(
        "options",
        "-c statement_timeout=10s -c lock_timeout=3s -c idle_in_transaction_session_timeout=30s",
    )

# ---- Tasks: many letters at once are read in the process they come to, or by any number of db_worker ----

READ_BY = os.environ.get("TASKS") or "immediate"
if READ_BY not in {"immediate", "database"}:
    raise ImproperlyConfigured(f"TASKS is “{READ_BY}”: it must be immediate or database.")
if READ_BY == "database":
    INSTALLED_APPS.insert(INSTALLED_APPS.index("django_tasks") + 1, "django_tasks_db")
    TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
else:
    TASKS = {"default": {"BACKEND": "django_tasks.backends.immediate.ImmediateBackend"}}

# ---- Files ----

STATIC_URL = "static/"
STATIC_ROOT = Path(os.environ.get("STATIC_ROOT") or BASE_DIR / "staticfiles")
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = not PRODUCTION
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if PRODUCTION
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}
# Originals of letters, by sha256: never below STATIC_ROOT, never served by name
ORIGINALS_DIR = Path(os.environ.get("ORIGINALS_DIR") or BASE_DIR / "var" / "originals")
# Snapshots of the public lists, by sha256; written by `manage.py snapshot`
SNAPSHOTS_DIR = Path(os.environ.get("SNAPSHOTS_DIR") or BASE_DIR / "var" / "snapshots")

# ---- Corrections: on, each waits for a second person before it is public ----

CONFIRM_CORRECTIONS = _flag("CONFIRM_CORRECTIONS", default=False)

# ---- Limits on what a request may carry, in bytes (cmw.middleware.BodyLimit) ----

UPLOAD_BODY_LIMIT = 21 * 1024 * 1024
UPLOAD_MANY_BODY_LIMIT = 101 * 1024 * 1024
STAFF_BODY_LIMIT = 2 * 1024 * 1024
PUBLIC_BODY_LIMIT = 256 * 1024
UPLOADS_A_DAY = int(os.environ.get("UPLOADS_A_DAY", "200"))
DATA_UPLOAD_MAX_MEMORY_SIZE = STAFF_BODY_LIMIT
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000
DATA_UPLOAD_MAX_NUMBER_FILES = 300

# ---- The API: read-only JSON for anybody ----

API_RATE = os.environ.get("API_RATE") or "60/min"
if not re.fullmatch(r"[1-9][0-9]*/(s|sec|min|hour|day)", API_RATE):
    raise ImproperlyConfigured(f"API_RATE is “{API_RATE}”: it must be like 60/min.")
REST_FRAMEWORK = {
    "DEFAULT_AUTHENTICATION_CLASSES": [],
    "DEFAULT_PERMISSION_CLASSES": [],
    "UNAUTHENTICATED_USER": None,
    "DEFAULT_PARSER_CLASSES": [],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "EXCEPTION_HANDLER": "followup.api.errors.explain",
    "URL_FORMAT_OVERRIDE": None,
    "NUM_PROXIES": TRUSTED_PROXIES,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "CMW follow-up registry",
    "DESCRIPTION": "What States did with the urgent recommendations of the UN Committee on Migrant Workers.",
    "VERSION": "1",
    "OAS_VERSION": "3.1.0",
    "SERVE_INCLUDE_SCHEMA": False,
    "SCHEMA_PATH_PREFIX": "/api/v1/",
    "POSTPROCESSING_HOOKS": [],
    "ENUM_ADD_EXPLICIT_BLANK_NULL_CHOICE": False,
    "ENUM_GENERATE_CHOICE_DESCRIPTION": False,
    "LICENSE": {"name": "BSD-3-Clause"},
}

# ---- Who may come in ----

AUTH_USER_MODEL = "followup.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {
        "NAME": "django.contrib.auth.password_validation.MinimumLengthValidator",
        "OPTIONS": {"min_length": 15},
    },
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]
LOGIN_URL = "admin:login"
AXES_FAILURE_LIMIT = 5
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_LOCKOUT_TEMPLATE = "locked_out.html"
AXES_IPWARE_PROXY_COUNT = TRUSTED_PROXIES
SIMPLE_HISTORY_REVERT_DISABLED = True  # an earlier state is restored through the services, with a reason

SESSION_COOKIE_AGE = 10 * 60 * 60
SESSION_COOKIE_HTTPONLY = CSRF_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = CSRF_COOKIE_SAMESITE = "Lax"

# ---- Headers ----

X_FRAME_OPTIONS = "DENY"
SECURE_REFERRER_POLICY = "same-origin"
SECURE_CROSS_ORIGIN_OPENER_POLICY = "same-origin"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF, "data:"],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "frame-ancestors": [NONE],
    }
}

if PRODUCTION:
    SECURE_SSL_REDIRECT = _flag("SSL_REDIRECT", default=True)
    SECURE_HSTS_SECONDS = int(os.environ.get("HSTS_SECONDS", "3600"))
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True
    SECURE_REDIRECT_EXEMPT = [r"^healthz$"]  # the health check asks over plain HTTP from inside
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SESSION_COOKIE_NAME = "__Host-sessionid"
    CSRF_COOKIE_NAME = "__Host-csrftoken"
    if TRUSTED_PROXIES:
        SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# ---- Language and time ----

# Public pages in three languages: English without a prefix, /fr/ and /es/ (see cmw.urls). Staff pages in English.
LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English"), ("fr", "Français"), ("es", "Español")]
LOCALE_PATHS = [BASE_DIR / "followup" / "locale"]
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
    "loggers": {"axes": {"level": "ERROR"}},
}
