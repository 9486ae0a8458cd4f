#: odd cases
FROM debian:12
RUN poetry install && make
#   ^^^^^^^^^^^^^^ `poetry install` leaves what it has downloaded in the image
#?> Remove it in the same `RUN`
#+ RUN poetry install && rm -rf ~/.cache/pypoetry/artifacts ~/.cache/pypoetry/cache && make
RUN sudo poetry add b
#        ^^^^^^^^^^ `poetry add` leaves what it has downloaded in the image
RUN poetry install --no-cache
RUN poetry install && poetry cache clear --all .
RUN poetry install && rm -rf ~/.cache/pypoetry
RUN --mount=type=cache,target=/root/.cache poetry install
RUN poetry run app && poetry lock
ENV POETRY_CACHE_DIR=/tmp/poetry
RUN poetry install
#: a stage that nobody ships
FROM debian:12 AS build
RUN poetry install
FROM debian:12
