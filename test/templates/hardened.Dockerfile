# Two stages: the first installs what the application needs, the second is what runs.
# Python 3.14 is a guess: nothing was found that names a version.
ARG PYTHON_VERSION=3.14

FROM python:${PYTHON_VERSION}-slim-trixie AS build

WORKDIR /app

RUN python -m venv /opt/venv

ENV PATH=/opt/venv/bin:$PATH \
    VIRTUAL_ENV=/opt/venv

# The project does not bring a server of its own; one is installed beside its packages.
RUN --mount=type=cache,target=/root/.cache/pip \
    pip install uvicorn==0.54.0

FROM python:${PYTHON_VERSION}-slim-trixie AS runtime

RUN groupadd --gid 10001 app \
    && useradd --uid 10001 --gid app --no-create-home --home-dir /tmp --shell /usr/sbin/nologin app

ENV PATH=/opt/venv/bin:$PATH \
    PYTHONDONTWRITEBYTECODE=1 \
    PYTHONUNBUFFERED=1

WORKDIR /app

COPY --from=build /opt/venv /opt/venv
COPY . .

# A number, so that Kubernetes can see that it is not root. The files stay root's: the application cannot change them.
USER 10001:10001

EXPOSE 8000

HEALTHCHECK --interval=10s \
    --timeout=5s \
    --start-period=20s \
    --retries=3 \
    CMD ["python", "-c", "import socket; socket.create_connection(('127.0.0.1', 8000), 3).close()"]

# `main:app` is a guess: nothing was found that says what is to be started.
CMD ["uvicorn", "main:app", "--host", "0.0.0.0", "--port", "8000"]
