#: each tool where it keeps its downloads
FROM python:3.13
RUN pip install --no-cache-dir flask
#   ^^^^^^^^^^^ `pip install` downloads everything again, since no cache is mounted at `~/.cache/pip`
#?> Mount a cache at `/root/.cache/pip`
#+ RUN --mount=type=cache,target=/root/.cache/pip pip install flask
RUN --mount=type=cache,target=/root/.cache pip install flask
RUN npm ci && npm cache clean --force
#   ^^^^^^ `npm ci` downloads everything again, since no cache is mounted at `~/.npm`
#?> Mount a cache at `/root/.npm`
#+ RUN --mount=type=cache,target=/root/.npm npm ci
RUN go build ./...
#   ^^^^^^^^ `go build` downloads everything again, since no cache is mounted at `/go/pkg/mod`
#?> Mount a cache at `/go/pkg/mod`
#+ RUN --mount=type=cache,target=/go/pkg/mod go build ./...
RUN cargo build --release
#   ^^^^^^^^^^^ `cargo build` downloads everything again, since no cache is mounted at `/usr/local/cargo/registry`
#?> Mount a cache at `/usr/local/cargo/registry`
#+ RUN --mount=type=cache,target=/usr/local/cargo/registry cargo build --release

#: apt
FROM debian:12
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
#                     ^^^^^^^^^^^^^^^ `apt-get install` downloads everything again, since no cache is mounted at `/var/cache/apt`
#?> Mount a cache at `/var/cache/apt, /var/lib/apt`
#+ RUN --mount=type=cache,target=/var/cache/apt,sharing=locked --mount=type=cache,target=/var/lib/apt,sharing=locked rm -f /etc/apt/apt.conf.d/docker-clean && apt-get update && apt-get install -y curl
FROM example.com/debian
RUN apt-get update \
 && apt-get install -y curl
#   ^^^^^^^^^^^^^^^ `apt-get install` downloads everything again, since no cache is mounted at `/var/cache/apt`
#?> Mount a cache at `/var/cache/apt, /var/lib/apt`, line 4
#+ RUN --mount=type=cache,target=/var/cache/apt,sharing=locked --mount=type=cache,target=/var/lib/apt,sharing=locked apt-get update \

#: where it is not known who runs the tool, or something is in the way
FROM node:22
USER node
RUN npm ci
#   ^^^^^^ `npm ci` downloads everything again, since no cache is mounted at `~/.npm`
USER root
RUN npm ci && (npm cache clean --force || true)
#   ^^^^^^ `npm ci` downloads everything again, since no cache is mounted at `~/.npm`
RUN ["npm", "ci"]
#    ^^^^^^^^^^^ `npm ci` downloads everything again, since no cache is mounted at `~/.npm`
ONBUILD RUN npm ci
#           ^^^^^^ `npm ci` downloads everything again, since no cache is mounted at `~/.npm`

#: Bundler
FROM ruby:3.3
RUN bundle install
#   ^^^^^^^^^^^^^^ `bundle install` downloads everything again, since no cache is mounted at `/usr/local/bundle/cache`
#?> Mount a cache at `/usr/local/bundle/cache`
#+ RUN --mount=type=cache,target=/usr/local/bundle/cache bundle install
RUN --mount=type=cache,target=/usr/local/bundle/cache bundle install
RUN bundle exec rake
