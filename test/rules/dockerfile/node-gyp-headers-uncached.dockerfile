#: each installation
FROM node:22
RUN apt-get update && apt-get install -y python3 build-essential
RUN yarn install --frozen-lockfile
#   ^^^^^^^^^^^^ node-gyp downloads Node's headers again, since no cache is mounted at `~/.cache/node-gyp`
#?> Mount a cache at `/root/.cache/node-gyp`
#+ RUN --mount=type=cache,target=/root/.cache/node-gyp yarn install --frozen-lockfile
RUN --mount=type=cache,target=/root/.npm npm ci && npm rebuild
#                                        ^^^^^^ node-gyp downloads Node's headers again, since no cache is mounted at `~/.cache/node-gyp`
#?> Mount a cache at `/root/.cache/node-gyp`
#+ RUN --mount=type=cache,target=/root/.cache/node-gyp --mount=type=cache,target=/root/.npm npm ci && npm rebuild
RUN --mount=type=cache,target=/root/.cache npm ci
RUN npm install -g pnpm
USER node
RUN npm ci
#   ^^^^^^ node-gyp downloads Node's headers again, since no cache is mounted at `~/.cache/node-gyp`

#: no compiler
FROM node:22
RUN npm ci

#: a compiler without Python
FROM node:22
RUN apt-get update && apt-get install -y build-essential && npm ci
