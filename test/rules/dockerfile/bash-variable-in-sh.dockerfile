#: on Debian, and several of them
FROM debian:12
RUN chown "$UID" /app
#          ^^^^ `dash` does not set this variable
ARG UID=1000
RUN chown "$UID" /app
RUN echo "$RANDOM"
#         ^^^^^^^ `dash` does not set this variable
RUN EUID=1 && echo "$EUID"
RUN echo "${UID:-0}"

#: BusyBox
FROM alpine:3.20
RUN chown "$UID" /app
#          ^^^^ `ash` does not set this variable
ARG UID=1000
RUN chown "$UID" /app
RUN echo "$RANDOM"
RUN EUID=1 && echo "$EUID"
RUN echo "${UID:-0}"

#: shells that know it
FROM fedora:41
RUN chown "$UID" /app
FROM debian:12
SHELL ["/bin/bash", "-c"]
RUN chown "$UID" /app
FROM example.com/base:1
RUN chown "$UID" /app

#: wherever it is called sh {"everyShell": true}
FROM example.com/base:1
RUN chown "$UID" /app
#          ^^^^ `sh` does not set this variable
SHELL ["/bin/bash", "-c"]
RUN chown "$UID" /app
