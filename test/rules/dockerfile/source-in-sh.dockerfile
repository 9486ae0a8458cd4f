#: on Debian, and several of them
FROM debian:12
RUN source /etc/os-release && echo "$ID"
#   ^^^^^^ `dash` has no `source`, but `.`
#?> Use `.`
#+ RUN . /etc/os-release && echo "$ID"
RUN source venv && python -V
#   ^^^^^^ `dash` has no `source`, but `.`
RUN bash -c "source /etc/os-release"

#: BusyBox
FROM alpine:3.20
RUN source /etc/os-release && echo "$ID"
RUN source venv && python -V
RUN bash -c "source /etc/os-release"

#: shells that know it
FROM fedora:41
RUN source /etc/os-release && echo "$ID"
FROM debian:12
SHELL ["/bin/bash", "-c"]
RUN source /etc/os-release && echo "$ID"
FROM example.com/base:1
RUN source /etc/os-release && echo "$ID"

#: wherever it is called sh {"everyShell": true}
FROM example.com/base:1
RUN source /etc/os-release && echo "$ID"
#   ^^^^^^ `sh` has no `source`, but `.`
#?> Use `.`
#+ RUN . /etc/os-release && echo "$ID"
SHELL ["/bin/bash", "-c"]
RUN source /etc/os-release && echo "$ID"
