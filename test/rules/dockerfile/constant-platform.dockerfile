#: constants
FROM --platform=linux/amd64 debian:12
#    ^^^^^^^^^^^^^^^^^^^^^^ whatever platform is built for, this is an image of `linux/amd64`
#?> Remove --platform
#+ FROM debian:12
FROM --platform=linux/arm64/v8 debian:12 AS web
#    ^^^^^^^^^^^^^^^^^^^^^^^^^ whatever platform is built for, this is an image of `linux/arm64/v8`
#?> Remove --platform
#+ FROM debian:12 AS web
FROM --platform=x86_64 debian:12 AS web2
#    ^^^^^^^^^^^^^^^^^ whatever platform is built for, this is an image of `x86_64`
#?> Remove --platform
#+ FROM debian:12 AS web2
FROM --platform="linux/amd64" \
#    ^^^^^^^^^^^^^^^^^^^^^^^^ whatever platform is built for, this is an image of `linux/amd64`
#?> Remove --platform
#+ FROM \
  debian:12 AS web3

#: the stage says which platform it is for
FROM --platform=linux/amd64 debian:12 AS build-amd64
FROM --platform=linux/x86_64 debian:12 AS build_amd64
FROM --platform=linux/arm/v7 debian:12 AS armv7
FROM --platform=windows/amd64 mcr.microsoft.com/windows/nanoserver:ltsc2022 AS windows

#: variables
ARG PLATFORM=linux/amd64
FROM --platform=$PLATFORM debian:12
FROM --platform=$BUILDPLATFORM debian:12
FROM --platform=linux/$TARGETARCH debian:12

#: no value
FROM --platform= debian:12

#: the same where nothing counts as meant {"variables": true}
ARG PLATFORM=linux/amd64
FROM --platform=$PLATFORM debian:12
#    ^^^^^^^^^^^^^^^^^^^^ `--platform=$PLATFORM` sets the platform that the build is to choose
#?> Remove --platform
#+ FROM debian:12
FROM --platform=linux/amd64 debian:12 AS build-amd64
#    ^^^^^^^^^^^^^^^^^^^^^^ whatever platform is built for, this is an image of `linux/amd64`
#?> Remove --platform
#+ FROM debian:12 AS build-amd64
FROM --platform=${BUILDPLATFORM} debian:12
FROM --platform=$TARGETPLATFORM debian:12
