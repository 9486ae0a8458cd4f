#: of a stage that another begins with
FROM debian:12@sha256:7b991788987ad860810df60927e1adbaf8e156520177bd4db82409f81dd3b721 AS base
FROM base
LABEL org.opencontainers.image.base.digest=sha256:0000000000000000000000000000000000000000000000000000000000000000
#                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `FROM` has the digest `sha256:7b991788987a…`, not this one
#?> Write the digest of FROM
#+ LABEL org.opencontainers.image.base.digest="sha256:7b991788987ad860810df60927e1adbaf8e156520177bd4db82409f81dd3b721"

#: by a variable
ARG BASE=debian@sha256:7b991788987ad860810df60927e1adbaf8e156520177bd4db82409f81dd3b721
FROM $BASE
LABEL org.opencontainers.image.base.digest="sha256:0000000000000000000000000000000000000000000000000000000000000000"
#                                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `FROM` has the digest `sha256:7b991788987a…`, not this one

#: the same, unknown, or nothing to compare with
ARG DIGEST
FROM debian@sha256:7b991788987ad860810df60927e1adbaf8e156520177bd4db82409f81dd3b721
LABEL org.opencontainers.image.base.digest="sha256:7b991788987ad860810df60927e1adbaf8e156520177bd4db82409f81dd3b721"
LABEL org.opencontainers.image.base.digest=$DIGEST
FROM debian:12
LABEL org.opencontainers.image.base.digest="sha256:0000000000000000000000000000000000000000000000000000000000000000"
