#: no name, with a comment above the next one
FROM golang:1.24
#^^^ nothing takes anything from this stage, so that it is never built
#?> Remove the stage, lines 1 to 4
#+ # what is shipped
RUN go build -o /web .

# what is shipped
FROM debian:12

#: one that only an unreachable one uses
FROM golang:1.24 AS tools
FROM golang:1.24
#^^^ nothing takes anything from this stage, so that it is never built
#?> Remove the stage, lines 2 to 4
#+ FROM debian:12
COPY --from=tools /a /a
FROM debian:12

#: named by a number
FROM golang:1.24
FROM golang:1.24
#^^^ nothing takes anything from this stage, so that it is never built
FROM debian:12
COPY --from=0 /web /web

#: used by FROM, COPY and a mount, or with a name
FROM debian:12 AS base
FROM base AS test
FROM debian:12 AS tools
FROM debian:12 AS files
FROM base
RUN --mount=type=bind,from=tools,target=/tools true
COPY --from=files /a /a

#: names, where they count {"namedStages": true}
FROM debian:12 AS base
FROM base AS test
#            ^^^^ nothing takes anything from `test`: it is built with `--target` alone
#?> Remove the stage, lines 2 to 3
#+ FROM base
FROM base
