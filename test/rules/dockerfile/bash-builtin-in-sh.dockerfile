#: on Debian, and several of them
FROM debian:12
RUN pushd /app && make
#   ^^^^^ `dash` has no command of this name
RUN shopt -s globstar && ls **
#   ^^^^^ `dash` has no command of this name
RUN let x=1
#   ^^^ `dash` has no command of this name
RUN bash -c "pushd /app"

#: BusyBox
FROM alpine:3.20
RUN pushd /app && make
#   ^^^^^ `ash` has no command of this name
RUN shopt -s globstar && ls **
#   ^^^^^ `ash` has no command of this name
RUN let x=1
RUN bash -c "pushd /app"

#: shells that know it
FROM fedora:41
RUN pushd /app && make
FROM debian:12
SHELL ["/bin/bash", "-c"]
RUN pushd /app && make
FROM example.com/base:1
RUN pushd /app && make

#: wherever it is called sh {"everyShell": true}
FROM example.com/base:1
RUN pushd /app && make
#   ^^^^^ `sh` has no command of this name
SHELL ["/bin/bash", "-c"]
RUN pushd /app && make
