#: in the project and for all
FROM oven/bun:1.1
RUN bun add -g serve@14.2.4 && bun install --frozen-lockfile
RUN bun install -g serve
#                  ^^^^^ `serve` is installed in whatever version there is on the day of the build
