"""How gunicorn serves the registry; the same file in the image and in the tests."""

import os

bind = os.environ.get("BIND", "0.0.0.0:8000")  # inside a container, behind a proxy
workers = int(os.environ.get("WEB_CONCURRENCY", "2"))
threads = 4
timeout = 60
graceful_timeout = 30
max_requests = 1000
max_requests_jitter = 200
limit_request_line = 4094
