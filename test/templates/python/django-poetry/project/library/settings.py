import os
from pathlib import Path

BASE_DIR = Path(__file__).resolve().parent.parent
SECRET_KEY = os.environ["LIBRARY_SECRET_KEY"]
ALLOWED_HOSTS = ["library.example"]
INSTALLED_APPS = ["django.contrib.staticfiles", "django.contrib.admin", "django.contrib.auth", "django.contrib.contenttypes", "django.contrib.messages", "django.contrib.sessions"]
ROOT_URLCONF = "library.urls"
STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "static"
