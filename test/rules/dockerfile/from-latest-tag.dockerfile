#: only the tag is underlined
FROM localhost:5000/web:latest AS web
#                       ^^^^^^ `latest` is another image after every release

#: a digest decides
FROM debian:latest@sha256:0123456789012345678901234567890123456789012345678901234567890123

#: names that have latest in them
FROM debian:latest-slim
FROM latest:1.0

#: a stage of that name
FROM debian:12 AS latest
FROM latest

#: a default that is the latest
ARG VERSION=latest
FROM debian:${VERSION}
#    ^^^^^^^^^^^^^^^^^ `debian:latest` is another image after every release

#: a variable before the tag
ARG REGISTRY
FROM $REGISTRY/web:latest
#                  ^^^^^^ `latest` is another image after every release

#: a variable that has no default
ARG VERSION
FROM debian:$VERSION

#: no tag is another rule's
FROM debian


#: in quotes
FROM "debian:latest"
#            ^^^^^^ `latest` is another image after every release
FROM 'debian:latest' AS web
#            ^^^^^^ `latest` is another image after every release
FROM debian:"latest"
#    ^^^^^^^^^^^^^^^ `debian:latest` is another image after every release
FROM "debian":12
FROM "$REGISTRY/web:latest"
#                   ^^^^^^ `latest` is another image after every release

#: a default where it is used
ARG IMAGE
ARG TAG
FROM ${IMAGE:-debian:latest}
#    ^^^^^^^^^^^^^^^^^^^^^^^ `debian:latest` is another image after every release
FROM debian:${TAG-latest}
#    ^^^^^^^^^^^^^^^^^^^^ `debian:latest` is another image after every release
FROM debian:${OTHER:-12}
FROM ${TAG:+debian:latest}debian:12
FROM debian:${TAG:?}

#: a stage in quotes
FROM debian:12 AS latest
FROM "latest"
FROM ${OTHER:-latest}
