#: a registry with a port is not a tag
FROM localhost:5000/web
#    ^^^^^^^^^^^^^^^^^^ `localhost:5000/web` has no tag: after every release it is another image

#: a digest says more than a tag
FROM debian@sha256:0123456789012345678901234567890123456789012345678901234567890123

#: scratch is no image
FROM scratch

#: earlier stages, in any case, and with a platform
FROM --platform=$BUILDPLATFORM golang:1.24 AS Build
FROM build AS test
FROM --platform=linux/arm64 TEST

#: a name is a stage only further down
FROM build AS first
#    ^^^^^ `build` has no tag: after every release it is another image
FROM debian:12 AS build

#: an official image, however it is written
FROM docker.io/library/debian
#    ^^^^^^^^^^^^^^^^^^^^^^^^ `docker.io/library/debian` has no tag: after every release it is another image

#: a variable with a default is judged by it, where hadolint stays silent
ARG BASE=debian
FROM ${BASE}
#    ^^^^^^^ `${BASE}` is `debian`, which has no tag: after every release it is another image

#: a default that has a tag
ARG BASE=debian:12
FROM ${BASE}

#: a tag that is a variable without a default
ARG VERSION
FROM debian:$VERSION

#: an image that is a variable without a default
ARG BASE
FROM $BASE

#: a variable that may bring the tag
ARG SUFFIX
FROM debian${SUFFIX}

#: a variable that may name a stage
ARG FLAVOUR
FROM debian:12 AS web-slim
FROM web-${FLAVOUR}

#: the registry is a variable and the tag is missing all the same
ARG REGISTRY
FROM $REGISTRY/team/web
#    ^^^^^^^^^^^^^^^^^^ `$REGISTRY/team/web` has no tag: after every release it is another image

#: the prefix is a default and the tag is missing
ARG PREFIX=mirror.example.com/library/
FROM ${PREFIX}busybox
#    ^^^^^^^^^^^^^^^^ `${PREFIX}busybox` is `mirror.example.com/library/busybox`, which has no tag: after every release it is another image

#: a default that is given where it is used
FROM ${BASE:-debian}
#    ^^^^^^^^^^^^^^^ `${BASE:-debian}` is `debian`, which has no tag: after every release it is another image

#: over several lines
FROM \
  # the base
  debian \
# ^^^^^^ `debian` has no tag: after every release it is another image
  AS web

#: Windows line ends
FROM debian
#    ^^^^^^ `debian` has no tag: after every release it is another image

#: no argument at all
FROM


#: in quotes
FROM "debian"
#    ^^^^^^^^ `debian` has no tag: after every release it is another image
FROM 'debian:12'
FROM "debian@sha256:0123456789012345678901234567890123456789012345678901234567890123"
FROM "scratch"
FROM "$REGISTRY/web"
#    ^^^^^^^^^^^^^^^ `$REGISTRY/web` has no tag: after every release it is another image
FROM "debian":"12"

#: a stage in quotes
FROM debian:12 AS web
FROM "web"
FROM 'WEB'

#: defaults where they are used
ARG IMAGE
ARG TAG
FROM ${IMAGE:-debian:12}
FROM ${IMAGE-debian}
#    ^^^^^^^^^^^^^^^ `${IMAGE-debian}` is `debian`, which has no tag: after every release it is another image
FROM debian${TAG:+:$TAG}
#    ^^^^^^^^^^^^^^^^^^^ `debian${TAG:+:$TAG}` is `debian`, which has no tag: after every release it is another image
FROM debian:${TAG:-12}
FROM ${IMAGE:?}
FROM ${IMAGE}

#: a default of an argument that is made of one
ARG NAME
ARG IMAGE=${NAME:-debian}
FROM $IMAGE
#    ^^^^^^ `$IMAGE` is `debian`, which has no tag: after every release it is another image
