# The web service: gunicorn behind a reverse proxy that ends TLS. Build: docker build -t cmw-registry .
FROM python:3.13-slim AS base
ENV PYTHONDONTWRITEBYTECODE=1 PYTHONUNBUFFERED=1 PIP_DISABLE_PIP_VERSION_CHECK=1 \
    ENVIRONMENT=production OMP_THREAD_LIMIT=1
RUN apt-get update \
    && apt-get install -y --no-install-recommends tesseract-ocr tesseract-ocr-fra tesseract-ocr-spa \
    && rm -rf /var/lib/apt/lists/* \
    && useradd --system --uid 10001 --home-dir /srv/registry registry
WORKDIR /srv/registry
COPY requirements/run.txt requirements/run.txt
RUN pip install --no-cache-dir --require-hashes --only-binary :all: -r requirements/run.txt
COPY manage.py gunicorn.conf.py ./
COPY cmw cmw
COPY followup followup
COPY templates templates
COPY static static
# collectstatic needs settings, not secrets: the key of this step is used for nothing else
RUN SECRET_KEY=only-for-collecting-static-files-while-the-image-is-built ALLOWED_HOSTS=localhost DATABASE_URL=sqlite://:memory: \
    python manage.py collectstatic --noinput --verbosity 0 \
    && mkdir -p /srv/originals /srv/snapshots && chown registry /srv/originals /srv/snapshots
USER registry
ENV ORIGINALS_DIR=/srv/originals SNAPSHOTS_DIR=/srv/snapshots
EXPOSE 8000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s \
    CMD ["python", "-c", "import urllib.request; urllib.request.urlopen('http://localhost:8000/healthz', timeout=4)"]
CMD ["gunicorn", "cmw.wsgi:application"]
