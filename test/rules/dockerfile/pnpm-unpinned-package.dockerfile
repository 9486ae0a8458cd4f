#: in the project and for all
FROM node:22
RUN pnpm add -g serve@14.2.4 && pnpm install --frozen-lockfile
RUN pnpm add -g serve
#               ^^^^^ `serve` is installed in whatever version there is on the day of the build
