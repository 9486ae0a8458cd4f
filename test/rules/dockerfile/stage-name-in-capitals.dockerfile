#: all places where the stage is meant
FROM golang:1.24 AS Build
#                   ^^^^^ Docker knows the stage `Build` as `build`
#=> Write build, lines 1 to 6
#+ FROM golang:1.24 AS build
#+ FROM build AS Test
#+ RUN --mount=type=bind,from=build,target=/src go test
#+ FROM build AS Other
#+ FROM debian:12
#+ COPY --from=build /web /web
FROM build AS Test
#             ^^^^ Docker knows the stage `Test` as `test`
#=> Write test, lines 2 to 8
#+ FROM build AS test
#+ RUN --mount=type=bind,from=Build,target=/src go test
#+ FROM Build AS Other
#+ FROM debian:12
#+ COPY --from=BUILD /web /web
#+ COPY --from=0 /web /web2
#+ COPY --from=test /x /x
RUN --mount=type=bind,from=Build,target=/src go test
FROM Build AS Other
#             ^^^^^ Docker knows the stage `Other` as `other`
#=> Write other
#+ FROM Build AS other
FROM debian:12
COPY --from=BUILD /web /web
COPY --from=0 /web /web2
COPY --from=Test /x /x

#: small letters
FROM debian:12 AS web_1.x-y
FROM debian:12
COPY --from=WEB_1.x-y /a /a

#: a variable brings the name
ARG BASE=build
FROM golang:1.24 AS Build
#                   ^^^^^ Docker knows the stage `Build` as `build`
FROM ${BASE}
