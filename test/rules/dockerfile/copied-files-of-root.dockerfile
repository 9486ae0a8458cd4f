#: by name, by number, by a variable
FROM node:22
USER node
COPY package.json /app/
#                 ^^^^^ what is copied here belongs to root, though `USER` is `node`
#?> Let it belong to node
#+ COPY --chown=node package.json /app/
USER 1000:1000
ADD rootfs.tar.gz /app/
#                 ^^^^^ what is copied here belongs to root, though `USER` is `1000:1000`
#?> Let it belong to 1000:1000
#+ ADD --chown=1000:1000 rootfs.tar.gz /app/
ARG ACCOUNT=web
USER ${ACCOUNT}
COPY --link src /app/src
#               ^^^^^^^^ what is copied here belongs to root, though `USER` is `web`
#?> Let it belong to web
#+ COPY --chown=${ACCOUNT} --link src /app/src
USER $UNKNOWN
COPY src /app/src
#        ^^^^^^^^ what is copied here belongs to root, though `USER` is `$UNKNOWN`

#: in the stage that it begins with
FROM node:22 AS base
USER node
FROM base
COPY --from=base /app /app
#                     ^^^^ what is copied here belongs to root, though `USER` is `node`
#?> Let it belong to node
#+ COPY --chown=node --from=base /app /app

#: with an owner, for root, before the USER
FROM node:22
COPY package.json /app/
USER node
COPY --chown=node package.json /app/
USER root
COPY package.json /app/

#: given away later
FROM node:22
USER node
COPY package.json /app/
USER root
RUN chown -R node /app
USER node

#: Windows
FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
USER ContainerUser
COPY app.exe C:/app/
