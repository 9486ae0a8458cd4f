#: a v before it, numbers that are missing
FROM debian:12
LABEL org.opencontainers.image.version="v1.2.3-rc.1"
#                                      ^^^^^^^^^^^^^ the label `org.opencontainers.image.version` holds no version such as `1.2.3`, but `v1.2.3-rc.1`
#?> Write 1.2.3-rc.1
#+ LABEL org.opencontainers.image.version="1.2.3-rc.1"
LABEL org.opencontainers.image.version=1.2
#                                      ^^^ the label `org.opencontainers.image.version` holds no version such as `1.2.3`, but `1.2`
#?> Write 1.2.0
#+ LABEL org.opencontainers.image.version=1.2.0
LABEL org.opencontainers.image.version='3'
#                                      ^^^ the label `org.opencontainers.image.version` holds no version such as `1.2.3`, but `3`
#?> Write 3.0.0
#+ LABEL org.opencontainers.image.version='3.0.0'

#: no version
FROM debian:12
LABEL org.opencontainers.image.version="latest"
#                                      ^^^^^^^^ the label `org.opencontainers.image.version` holds no version such as `1.2.3`, but `latest`
LABEL org.opencontainers.image.version="1.2.3.4"
#                                      ^^^^^^^^^ the label `org.opencontainers.image.version` holds no version such as `1.2.3`, but `1.2.3.4`

#: versions
FROM debian:12
ARG VERSION
LABEL org.opencontainers.image.version="1.2.3-rc.1+build.5"
LABEL org.opencontainers.image.version=$VERSION
