#: on Debian, and several of them
FROM debian:12
RUN printf $'a\nb' > /etc/app.conf
#          ^^^^^^^ `dash` keeps the dollar and the backslashes

#: BusyBox
FROM alpine:3.20
RUN printf $'a\nb' > /etc/app.conf

#: shells that know it
FROM fedora:41
RUN printf $'a\nb' > /etc/app.conf
FROM debian:12
SHELL ["/bin/bash", "-c"]
RUN printf $'a\nb' > /etc/app.conf
FROM example.com/base:1
RUN printf $'a\nb' > /etc/app.conf

#: wherever it is called sh {"everyShell": true}
FROM example.com/base:1
RUN printf $'a\nb' > /etc/app.conf
#          ^^^^^^^ `sh` keeps the dollar and the backslashes
SHELL ["/bin/bash", "-c"]
RUN printf $'a\nb' > /etc/app.conf
