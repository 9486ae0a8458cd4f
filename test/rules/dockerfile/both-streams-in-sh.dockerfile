#: on Debian, and several of them
FROM debian:12
RUN make &> /tmp/log
#        ^^^^^^^^^^^ `dash` puts the command into the background here
#?> Redirect both streams
#+ RUN make > /tmp/log 2>&1
RUN make &>> /tmp/log
#        ^^^^^^^^^^^^ `dash` puts the command into the background here
#?> Redirect both streams
#+ RUN make >> /tmp/log 2>&1
RUN make >/dev/null 2>&1

#: BusyBox
FROM alpine:3.20
RUN make &> /tmp/log
RUN make &>> /tmp/log
RUN make >/dev/null 2>&1

#: shells that know it
FROM fedora:41
RUN make &> /tmp/log
FROM debian:12
SHELL ["/bin/bash", "-c"]
RUN make &> /tmp/log
FROM example.com/base:1
RUN make &> /tmp/log

#: wherever it is called sh {"everyShell": true}
FROM example.com/base:1
RUN make &> /tmp/log
#        ^^^^^^^^^^^ `sh` puts the command into the background here
#?> Redirect both streams
#+ RUN make > /tmp/log 2>&1
SHELL ["/bin/bash", "-c"]
RUN make &> /tmp/log
