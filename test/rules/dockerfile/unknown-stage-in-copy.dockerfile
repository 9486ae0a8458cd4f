#: spelt much the same
FROM golang:1.24 AS builder
FROM debian:12
COPY --from=bulider /web /web
#           ^^^^^^^ there is no stage `bulider`, but `builder`
#?> Change it to builder
#+ COPY --from=builder /web /web
COPY --link --from="buildr" /web /web
#           ^^^^^^^^^^^^^^^ there is no stage `buildr`, but `builder`

#: stages, numbers, images and contexts
FROM golang:1.24 AS builder
FROM node:22 AS node1
FROM debian:12 AS web
COPY --from=builder /a /a
COPY --from=BUILDER /a /a
COPY --from=0 /a /a
COPY --from=node /a /a
COPY --from=composer /a /a
COPY --from=builder:1 /a /a
COPY --from=sources /a /a
COPY --from=example.com/builder /a /a
COPY a /a

#: as hadolint does {"everyName": true}
FROM golang:1.24 AS builder
FROM debian:12 AS web
COPY --from=bulider /a /a
#           ^^^^^^^ there is no stage `bulider`, but `builder`
#?> Change it to builder
#+ COPY --from=builder /a /a
COPY --from=BUILDER /a /a
#           ^^^^^^^ no stage above is called `BUILDER`
COPY --from=sources /a /a
#           ^^^^^^^ no stage above is called `sources`
COPY --from=example.com/builder /a /a
#           ^^^^^^^^^^^^^^^^^^^ no stage above is called `example.com/builder`
COPY --from=7 /a /a
#           ^ no stage above is called `7`
COPY --from=composer:2 /a /a
COPY --from=builder /a /a
COPY --from=0 /a /a
COPY --from=web /a /a
