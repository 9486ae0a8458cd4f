#: odd cases
FROM oven/bun:1
RUN bun install && bun run build
#   ^^^^^^^^^^^ `bun install` leaves what it has downloaded in the image
#?> Remove it in the same `RUN`
#+ RUN bun install && rm -rf ~/.bun/install/cache && bun run build
RUN sudo bun add b
#        ^^^^^^^ `bun add` leaves what it has downloaded in the image
RUN bun install --no-cache
RUN bun install && bun pm cache rm
RUN bun install && rm -rf ~/.bun
RUN --mount=type=cache,target=/root/.bun/install/cache bun install
ENV BUN_INSTALL_CACHE_DIR=/tmp/bun
RUN bun install
#: a stage that nobody ships
FROM oven/bun:1 AS build
RUN bun install
FROM debian:12
