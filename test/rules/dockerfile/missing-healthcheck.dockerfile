#: the last stage alone is asked
FROM golang:1.24 AS build
EXPOSE 8080
FROM debian:12
#    ^^^^^^^^^ nothing checks whether the server in the image is well
EXPOSE 8080
COPY --from=build /web /web

#: and those with a name that nothing uses
FROM debian:12 AS base
EXPOSE 8080
FROM base AS web
#    ^^^^ nothing checks whether the server in the image is well
FROM base AS worker
#    ^^^^ nothing checks whether the server in the image is well
FROM base AS test
#    ^^^^ nothing checks whether the server in the image is well

#: a server in the base image
FROM caddy:2
#    ^^^^^^^ nothing checks whether the server in the image is well

#: what serves nothing
FROM debian:12
CMD ["make"]

#: from below
FROM debian:12 AS base
HEALTHCHECK CMD ["check"]
FROM base
EXPOSE 8080

#: none is an answer
FROM debian:12
EXPOSE 8080
HEALTHCHECK NONE

#: a trigger checks what another build makes
FROM debian:12
#    ^^^^^^^^^ nothing checks whether the server in the image is well
EXPOSE 8080
ONBUILD HEALTHCHECK CMD ["check"]

#: every stage, whatever it does {"everyStage": true}
FROM debian:12 AS base
FROM base AS web
HEALTHCHECK CMD ["check"]
FROM debian:12
#    ^^^^^^^^^ nothing checks whether the server in the image is well
