#: a branch, capitals, a length that is none
FROM debian:12
LABEL org.opencontainers.image.revision="main"
#                                       ^^^^^^ the label `org.opencontainers.image.revision` holds no commit of Git, but `main`
LABEL org.opencontainers.image.revision=ABCDEF0
#                                       ^^^^^^^ the label `org.opencontainers.image.revision` holds no commit of Git, but `ABCDEF0`
LABEL org.label-schema.vcs-ref=abcdef01
#                              ^^^^^^^^ the label `org.label-schema.vcs-ref` holds no commit of Git, but `abcdef01`

#: commits
FROM debian:12
ARG REVISION
LABEL org.opencontainers.image.revision=abcdef0
LABEL org.opencontainers.image.revision="0123456789abcdef0123456789abcdef01234567"
LABEL org.opencontainers.image.revision=$REVISION
