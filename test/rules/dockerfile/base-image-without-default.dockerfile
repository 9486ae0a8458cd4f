#: nothing is there by default
ARG BASE
FROM $BASE
#    ^^^^^ without `--build-arg BASE=…` Docker refuses the file: base name ($BASE) should not be blank
FROM $BASE:12
#    ^^^^^^^^ without `--build-arg BASE=…` Docker refuses the file: failed to parse stage name ":12": invalid reference format
FROM ${BASE:-debian}:12
FROM --platform=$PLATFORM debian:12

#: half of a name
ARG TAG
ARG IMAGE=example.com/tools:$TAG
FROM $IMAGE
#    ^^^^^^ without `--build-arg IMAGE=…` Docker refuses the file: failed to parse stage name "example.com/tools:": invalid reference format
FROM tools-$TAG
#    ^^^^^^^^^^ without `--build-arg TAG=…` Docker refuses the file: failed to parse stage name "tools-": invalid reference format

#: the platform
ARG PLATFORM
FROM --platform=$PLATFORM debian:12
#               ^^^^^^^^^ without `--build-arg PLATFORM=…` Docker refuses the file: empty platform value from expression $PLATFORM

#: what remains is a name too
ARG SUFFIX
FROM debian:12$SUFFIX
