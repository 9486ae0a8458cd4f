#: odd cases
FROM debian:12
RUN uv sync --locked && make
#   ^^^^^^^ `uv sync` leaves what it has downloaded in the image
#=> Add `--no-cache`
#+ RUN uv sync --no-cache --locked && make
RUN uv pip install a
#   ^^^^^^ `uv pip` leaves what it has downloaded in the image
#=> Add `--no-cache`
#+ RUN uv pip --no-cache install a
RUN uv tool install ruff && uv add b
#   ^^^^^^^ `uv tool` leaves what it has downloaded in the image
#=> Add `--no-cache`
#+ RUN uv tool --no-cache install ruff && uv add b
#                           ^^^^^^ `uv add` leaves what it has downloaded in the image
#=> Add `--no-cache`
#+ RUN uv tool install ruff && uv add --no-cache b
RUN uv sync --no-cache
RUN UV_NO_CACHE=1 uv sync
RUN uv sync && uv cache clean
RUN uv sync && rm -rf ~/.cache/uv
RUN --mount=type=cache,target=/root/.cache/uv uv sync
RUN uv lock && uv --version && uv run app
ENV UV_CACHE_DIR=/tmp/uv
RUN uv sync
#: a stage that nobody ships
FROM debian:12 AS build
RUN uv sync
FROM debian:12
