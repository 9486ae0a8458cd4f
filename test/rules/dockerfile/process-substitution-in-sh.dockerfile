#: on Debian, and several of them
FROM debian:12
RUN bash -s < <(wget -qO- https://example.com/a)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `dash` knows no process substitution

#: BusyBox
FROM alpine:3.20
RUN bash -s < <(wget -qO- https://example.com/a)

#: shells that know it
FROM fedora:41
RUN bash -s < <(wget -qO- https://example.com/a)
FROM debian:12
SHELL ["/bin/bash", "-c"]
RUN bash -s < <(wget -qO- https://example.com/a)
FROM example.com/base:1
RUN bash -s < <(wget -qO- https://example.com/a)

#: wherever it is called sh {"everyShell": true}
FROM example.com/base:1
RUN bash -s < <(wget -qO- https://example.com/a)
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `sh` knows no process substitution
SHELL ["/bin/bash", "-c"]
RUN bash -s < <(wget -qO- https://example.com/a)
