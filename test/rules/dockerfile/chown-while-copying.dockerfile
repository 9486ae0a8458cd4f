#: whoever
FROM node:22
ARG OWNER=node
COPY --chown=node:node . /app
#    ^^^^^^^^^^^^^^^^^ the copied files belong to `node:node`, who may change them
COPY --link --chown=$OWNER package.json /app/
#           ^^^^^^^^^^^^^^ the copied files belong to `node`, who may change them
ADD --chown=1000 rootfs.tar.gz /
#   ^^^^^^^^^^^^ the copied files belong to `1000`, who may change them

#: root
FROM node:22
COPY --chown=root:root . /app
#    ^^^^^^^^^^^^^^^^^ the copied files belong to root without `--chown`, too
#=> Leave them to root
#+ COPY . /app
COPY --chown=0 . /app
#    ^^^^^^^^^ the copied files belong to root without `--chown`, too
#=> Leave them to root
#+ COPY . /app

#: root, of files of another stage
FROM node:22 AS build
FROM node:22
COPY --from=build --chown=0:0 /app /app
#                 ^^^^^^^^^^^ the copied files belong to `0:0`, who may change them

#: nobody
FROM node:22
COPY . /app
