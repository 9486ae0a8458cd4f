#: options that leave the cache alone
FROM python:3.13
RUN --mount=type=cache,target=/root/.cache pip install --no-cache-dir -r requirements.txt
#                                                      ^^^^^^^^^^^^^^ `--no-cache-dir` keeps `pip` from using the cache at `/root/.cache`
#=> Remove `--no-cache-dir`
#+ RUN --mount=type=cache,target=/root/.cache pip install -r requirements.txt
RUN --mount=type=cache,target=/root/.cache/uv uv pip install --no-cache flask
#                                                            ^^^^^^^^^^ `--no-cache` keeps `uv` from using the cache at `/root/.cache/uv`
#=> Remove `--no-cache`
#+ RUN --mount=type=cache,target=/root/.cache/uv uv pip install flask
RUN pip install --no-cache-dir flask
RUN --mount=type=cache,target=/root/.npm pip install --no-cache-dir flask
RUN --mount=type=cache,target=/var/cache/apk apk add --no-cache curl
#                                                    ^^^^^^^^^^ `--no-cache` keeps `apk` from using the cache at `/var/cache/apk`
#?> Remove `--no-cache`
#+ RUN --mount=type=cache,target=/var/cache/apk apk add curl
RUN --mount=type=cache,target=/root/.cache ["pip", "install", "--no-cache-dir", "flask"]
#                                                             ^^^^^^^^^^^^^^^^ `--no-cache-dir` keeps `pip` from using the cache at `/root/.cache`

#: commands that empty it
FROM node:22
RUN --mount=type=cache,target=/root/.npm npm ci && npm cache clean --force
#                                                  ^^^^^^^^^ this empties the cache at `/root/.npm`, so that the next build finds nothing in it
#=> Leave the cache as it is
#+ RUN --mount=type=cache,target=/root/.npm npm ci
RUN --mount=type=cache,target=/usr/local/share/.cache/yarn yarn install; yarn cache clean
#                                                                        ^^^^^^^^^^ this empties the cache at `/usr/local/share/.cache/yarn`, so that the next build finds nothing in it
#=> Leave the cache as it is
#+ RUN --mount=type=cache,target=/usr/local/share/.cache/yarn yarn install
RUN --mount=type=cache,target=/var/cache/dnf dnf install -y httpd && rm -rf /var/cache/dnf/* /tmp/*
#                                                                           ^^^^^^^^^^^^^^^^ this empties the cache at `/var/cache/dnf`, so that the next build finds nothing in it
#=> Leave the cache as it is
#+ RUN --mount=type=cache,target=/var/cache/dnf dnf install -y httpd && rm -rf /tmp/*
RUN --mount=type=cache,target=/root/.npm npm ci && rm -rf /root/.npm/_cacache
#                                                  ^^^^^^^^^^^^^^^^^^^^^^^^^^ this empties the cache at `/root/.npm`, so that the next build finds nothing in it
#=> Leave the cache as it is
#+ RUN --mount=type=cache,target=/root/.npm npm ci
RUN --mount=type=cache,target=/root/.npm npm ci && (npm cache clean --force || true)
#                                                   ^^^^^^^^^ this empties the cache at `/root/.npm`, so that the next build finds nothing in it

#: apt: others at the same time, and an image that keeps nothing
FROM debian:12
RUN --mount=type=cache,target=/var/cache/apt --mount=type=cache,target=/var/lib/apt,sharing=locked \
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ without `sharing=locked` two builds get in each other's way at `/var/cache/apt`, and one fails
#=> Add `sharing=locked`
#+ RUN --mount=type=cache,target=/var/cache/apt,sharing=locked --mount=type=cache,target=/var/lib/apt,sharing=locked \
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the base image tells apt to keep no packages, so that the cache at `/var/cache/apt` stays empty
#?> Tell apt to keep them, line 3
#+     rm -f /etc/apt/apt.conf.d/docker-clean && apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
    apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
#                                                ^^^^^^^^^^^^^^^^^^^^^^^^^^^ this empties the cache at `/var/lib/apt`, so that the next build finds nothing in it
#=> Leave the cache as it is
#+     apt-get update && apt-get install -y curl
RUN --mount=type=cache,target=/var/lib/apt/lists,sharing=private apt-get update
FROM example.com/debian
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked apt-get install -y curl && apt-get clean
#                                                                                      ^^^^^^^^^^^^^ this empties the cache at `/var/cache/apt`, so that the next build finds nothing in it
#=> Leave the cache as it is
#+ RUN --mount=type=cache,target=/var/cache/apt,sharing=locked apt-get install -y curl

#: apt is told to keep packages
FROM debian:12
RUN rm -f /etc/apt/apt.conf.d/docker-clean
RUN --mount=type=cache,target=/var/cache/apt,sharing=locked apt-get install -y curl

#: a place where nobody looks
FROM node:22
USER node
RUN --mount=type=cache,target=/root/.npm npm ci
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `npm` runs as `node`, and does not look for its cache in `/root/.npm`
RUN --mount=type=cache,target=/home/node/.npm,uid=1000 npm ci
USER root
RUN --mount=type=cache,target=/root/.npm npm ci
