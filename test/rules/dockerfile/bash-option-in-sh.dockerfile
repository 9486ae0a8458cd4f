#: on Debian, and several of them
FROM debian:12
RUN echo a b | { read -a words; echo "$words"; }
#                     ^^ the command of `dash` does not know this
RUN trap "echo failed" ERR
RUN export -f helper
#          ^^ the command of `dash` does not know this
RUN trap "echo done" EXIT
RUN printf %q "$A"
#          ^^ the command of `dash` does not know this

#: BusyBox
FROM alpine:3.20
RUN echo a b | { read -a words; echo "$words"; }
#                     ^^ the command of `ash` does not know this
RUN trap "echo failed" ERR
RUN export -f helper
#          ^^ the command of `ash` does not know this
RUN trap "echo done" EXIT
RUN printf %q "$A"
#          ^^ the command of `ash` does not know this

#: shells that know it
FROM fedora:41
RUN echo a b | { read -a words; echo "$words"; }
FROM debian:12
SHELL ["/bin/bash", "-c"]
RUN echo a b | { read -a words; echo "$words"; }
FROM example.com/base:1
RUN echo a b | { read -a words; echo "$words"; }

#: wherever it is called sh {"everyShell": true}
FROM example.com/base:1
RUN echo a b | { read -a words; echo "$words"; }
#                     ^^ the command of `sh` does not know this
SHELL ["/bin/bash", "-c"]
RUN echo a b | { read -a words; echo "$words"; }
