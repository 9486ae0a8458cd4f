#: on Debian, and several of them
FROM debian:12
RUN cat <<< "$NAME"
#       ^^^^^^^^^^^ `dash` knows no `<<<`

#: BusyBox
FROM alpine:3.20
RUN cat <<< "$NAME"
#       ^^^^^^^^^^^ `ash` knows no `<<<`

#: shells that know it
FROM fedora:41
RUN cat <<< "$NAME"
FROM debian:12
SHELL ["/bin/bash", "-c"]
RUN cat <<< "$NAME"
FROM example.com/base:1
RUN cat <<< "$NAME"

#: wherever it is called sh {"everyShell": true}
FROM example.com/base:1
RUN cat <<< "$NAME"
#       ^^^^^^^^^^^ `sh` knows no `<<<`
SHELL ["/bin/bash", "-c"]
RUN cat <<< "$NAME"
