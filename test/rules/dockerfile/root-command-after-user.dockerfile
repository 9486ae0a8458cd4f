#: packages and accounts
FROM debian:12
USER app
RUN apt-get update && apt-get install -y curl
#                     ^^^^^^^^^^^^^^^ `apt-get` needs root, and `app` runs it
#?> Let root run it
#+ USER root
#+ RUN apt-get update && apt-get install -y curl
#+ USER app
ONBUILD RUN apt-get install -y curl
#           ^^^^^^^^^^^^^^^ `apt-get` needs root, and `app` runs it
USER 10001:10001
RUN useradd web
#   ^^^^^^^ `useradd` needs root, and `10001:10001` runs it
#?> Let root run it
#+ USER root
#+ RUN useradd web
#+ USER 10001:10001

#: in a stage that begins with such a one
FROM node:22 AS base
USER node

FROM base
RUN <<EOF
apk add --no-cache curl
#^^^^^^ `apk` needs root, and `node` runs it
#?> Let root run it, lines 5 to 7
#+ USER root
#+ RUN <<EOF
#+ apk add --no-cache curl
#+ EOF
#+ USER node
EOF

#: root again, other commands, and by other means
FROM debian:12
USER app
RUN sudo apt-get install -y curl && apt-get --version
RUN apt-get install -y curl || true
RUN pip install flask && npm install -g yarn
USER root
RUN apt-get update && apt-get install -y curl
USER $NAME
RUN apt-get install -y curl

#: the base image's user is not known
FROM example.com/base
RUN apt-get update && apt-get install -y curl
