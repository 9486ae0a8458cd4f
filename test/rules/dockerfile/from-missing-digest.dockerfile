#: a tag, none, and a default
ARG BASE=alpine:3.22
FROM debian:12
#    ^^^^^^^^^ `debian:12` may be another image tomorrow: it has no digest
FROM debian
#    ^^^^^^ `debian` may be another image tomorrow: it has no digest
FROM $BASE
#    ^^^^^ `$BASE` may be another image tomorrow: it has no digest

#: a digest, a stage, scratch, and what is not known
ARG BASE
FROM debian@sha256:0123456789012345678901234567890123456789012345678901234567890123 AS web
FROM web
FROM scratch
FROM $BASE
