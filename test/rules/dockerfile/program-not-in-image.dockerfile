#: several images
FROM node:22-slim AS server
HEALTHCHECK CMD wget -q -O - http://localhost/
#               ^^^^ `node:22-slim` has no `wget`, and nothing installs it
FROM python:3.13-alpine AS web
HEALTHCHECK --interval=5m CMD curl --fail --silent http://localhost/ || exit 1
#                             ^^^^ `python:3.13-alpine` has no `curl`, and nothing installs it
#?> Ask by wget
#+ HEALTHCHECK --interval=5m CMD wget -q -O /dev/null http://localhost/ || exit 1
FROM gcr.io/distroless/base AS worker
HEALTHCHECK CMD ["curl", "http://localhost/"]
#                ^^^^^^ `gcr.io/distroless/base` has no `curl`, and nothing installs it
ENTRYPOINT ["sh", "/run.sh"]
#           ^^^^ `gcr.io/distroless/base` has no `sh`, and nothing installs it
FROM alpine:3.22
RUN apk add --no-cache python3
CMD ["bash", "run.sh"]
#    ^^^^^^ `alpine:3.22` has no `bash`, and nothing installs it

#: what cannot be asked of `wget` in the same way
FROM alpine:3.22 AS server
HEALTHCHECK CMD curl -X POST http://localhost/
#               ^^^^ `alpine:3.22` has no `curl`, and nothing installs it
FROM alpine:3.22 AS web
HEALTHCHECK CMD ["curl", "-f", "http://localhost/"]
#                ^^^^^^ `alpine:3.22` has no `curl`, and nothing installs it

#: from a stage below
FROM debian:12 AS base
RUN apt-get update && apt-get install -y python3
FROM base
HEALTHCHECK CMD curl -f http://localhost/ || exit 1
#               ^^^^ `debian:12` has no `curl`, and nothing installs it

#: something brings it along, or may
FROM alpine:3.22
RUN apk add --no-cache curl bash
HEALTHCHECK CMD curl -f http://localhost/
CMD ["bash"]
FROM debian:12 AS a
COPY --from=tools /usr/bin/curl /usr/bin/
HEALTHCHECK CMD curl -f http://localhost/
FROM debian:12 AS b
RUN ./install.sh
HEALTHCHECK CMD curl -f http://localhost/
FROM debian:12 AS c
COPY --from=a / /
HEALTHCHECK CMD curl -f http://localhost/
FROM debian:12 AS d
ARG PACKAGES
RUN apt-get install -y $PACKAGES
HEALTHCHECK CMD curl -f http://localhost/

#: images that have it, and those that nobody knows
FROM python:3.13
HEALTHCHECK CMD curl -f http://localhost/
FROM nginx:1.28 AS web
HEALTHCHECK CMD curl -f http://localhost/
FROM example.com/team/base:1 AS worker
HEALTHCHECK CMD curl -f http://localhost/
FROM alpine:3.22
HEALTHCHECK CMD wget -q -O - http://localhost/
CMD ["sh"]
