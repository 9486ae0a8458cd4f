#: on Debian, and several of them
FROM debian:12
RUN for ((i = 0; i < 3; i++)); do touch "$i"; done
#   ^^^ `dash` knows no `((`
RUN ((a = 1))
RUN echo $((1 + 1))

#: BusyBox
FROM alpine:3.20
RUN for ((i = 0; i < 3; i++)); do touch "$i"; done
#   ^^^ `ash` knows no `((`
RUN ((a = 1))
RUN echo $((1 + 1))

#: shells that know it
FROM fedora:41
RUN for ((i = 0; i < 3; i++)); do touch "$i"; done
FROM debian:12
SHELL ["/bin/bash", "-c"]
RUN for ((i = 0; i < 3; i++)); do touch "$i"; done
FROM example.com/base:1
RUN for ((i = 0; i < 3; i++)); do touch "$i"; done

#: wherever it is called sh {"everyShell": true}
FROM example.com/base:1
RUN for ((i = 0; i < 3; i++)); do touch "$i"; done
#   ^^^ `sh` knows no `((`
SHELL ["/bin/bash", "-c"]
RUN for ((i = 0; i < 3; i++)); do touch "$i"; done
