#: users and owners
FROM golang:1.25 AS build
RUN go build -o /app .

FROM scratch
ARG NAME=web
COPY --from=build --chown=web:web /app /app
#                         ^^^^^^^ nothing in the image knows `web:web`: `scratch` has no `/etc/passwd`
#?> Give a number
#+ COPY --from=build --chown=65532:65532 /app /app
COPY --chown=$NAME app.json /app.json
#            ^^^^^ nothing in the image knows `web`: `scratch` has no `/etc/passwd`
USER web
#    ^^^ nothing in the image knows `web`: `scratch` has no `/etc/passwd`
#?> Give a number
#+ USER 65532
ENTRYPOINT ["/app"]

#: numbers and root
FROM scratch
COPY --chown=65532:65532 app /app
USER root
USER 65532

#: the files come along
FROM debian:12 AS build
FROM scratch
COPY --from=build /etc/passwd /etc/group /etc/
COPY app /app
USER nobody

#: a whole system
FROM scratch
ADD rootfs.tar.gz /
USER nobody

#: another base
FROM alpine:3.20
USER nobody
