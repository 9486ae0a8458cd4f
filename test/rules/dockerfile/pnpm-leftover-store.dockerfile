#: odd cases
FROM node:22
RUN pnpm install && pnpm run build
#   ^^^^^^^^^^^^ `pnpm install` leaves what it has downloaded in the image
RUN pnpm add -g vite
#   ^^^^^^^^ `pnpm add` leaves what it has downloaded in the image
RUN pnpm install && pnpm store prune
RUN pnpm install --store-dir /tmp/store
RUN --mount=type=cache,target=/root/.local/share/pnpm/store pnpm install
RUN pnpm run build
#: a stage that nobody ships
FROM node:22 AS build
RUN pnpm install
FROM debian:12
