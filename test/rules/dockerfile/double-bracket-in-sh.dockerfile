#: on Debian, and several of them
FROM debian:12
RUN if [[ -f /etc/app.conf ]]; then rm /etc/app.conf; fi
#      ^^ `dash` takes `[[` for a program that does not exist
#?> Use `[`
#+ RUN if [ -f /etc/app.conf ]; then rm /etc/app.conf; fi
RUN [[ "$A" == "b" ]] && echo same
#   ^^ `dash` takes `[[` for a program that does not exist
#?> Use `[`
#+ RUN [ "$A" = "b" ] && echo same
RUN [[ $A == b* ]] && echo like
#   ^^ `dash` takes `[[` for a program that does not exist
RUN [[ -n "$A" && -n "$B" ]] && echo both
#   ^^ `dash` takes `[[` for a program that does not exist

#: BusyBox
FROM alpine:3.20
RUN if [[ -f /etc/app.conf ]]; then rm /etc/app.conf; fi
RUN [[ "$A" == "b" ]] && echo same
RUN [[ $A == b* ]] && echo like
RUN [[ -n "$A" && -n "$B" ]] && echo both

#: shells that know it
FROM fedora:41
RUN if [[ -f /etc/app.conf ]]; then rm /etc/app.conf; fi
FROM debian:12
SHELL ["/bin/bash", "-c"]
RUN if [[ -f /etc/app.conf ]]; then rm /etc/app.conf; fi
FROM example.com/base:1
RUN if [[ -f /etc/app.conf ]]; then rm /etc/app.conf; fi

#: wherever it is called sh {"everyShell": true}
FROM example.com/base:1
RUN if [[ -f /etc/app.conf ]]; then rm /etc/app.conf; fi
#      ^^ `sh` takes `[[` for a program that does not exist
#?> Use `[`
#+ RUN if [ -f /etc/app.conf ]; then rm /etc/app.conf; fi
SHELL ["/bin/bash", "-c"]
RUN if [[ -f /etc/app.conf ]]; then rm /etc/app.conf; fi
