#: a flag, the first of several
# syntax=docker/dockerfile:1.2
FROM debian:12
RUN --mount=type=cache,target=/c true
COPY --link --chmod=755 a /a
#    ^^^^^^ `COPY --link` needs version `1.4` of the front end, and the file asks for `1.2`
#=> Ask for version 1, line 1
#+ # syntax=docker/dockerfile:1
ADD --checksum=sha256:1 https://example.com/a /a

#: a here document, with a patch version
# syntax=docker.io/docker/dockerfile:1.3.1
FROM debian:12
RUN <<EOF
#   ^^^^^ `<<EOF` needs version `1.4` of the front end, and the file asks for `1.3.1`
#=> Ask for version 1, line 1
#+ # syntax=docker.io/docker/dockerfile:1
echo
EOF

#: a digest, and the channel labs
# syntax=docker/dockerfile:1.4@sha256:0123456789012345678901234567890123456789012345678901234567890123
FROM debian:12
COPY --parents a /a
#    ^^^^^^^^^ `COPY --parents` needs version `1.20` of the front end, and the file asks for `1.4`

#: what labs alone has
# syntax=docker/dockerfile:1.15
FROM debian:12
RUN --device=vendor.com/gpu true
#   ^^^^^^^^^^^^^^^^^^^^^^^ `RUN --device` needs version `1.14-labs` of the front end, and the file asks for `1.15`

#: new enough, the newest, labs, or none
# syntax=docker/dockerfile:1.7-labs
FROM debian:12
COPY --parents --exclude=b a /a

#: the newest
# syntax=docker/dockerfile:1
FROM debian:12
COPY --parents a /a

#: no directive
FROM debian:12
COPY --link a /a
