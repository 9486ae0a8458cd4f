#: on Debian, and several of them
FROM debian:12
RUN function fetch { wget "$1"; }; fetch https://example.com/a
#   ^^^^^^^^ `dash` knows no `function`
#?> Remove the word
#+ RUN fetch() { wget "$1"; }; fetch https://example.com/a
RUN function get() { wget "$1"; }; get a
#   ^^^^^^^^ `dash` knows no `function`
#?> Remove the word
#+ RUN get() { wget "$1"; }; get a

#: BusyBox
FROM alpine:3.20
RUN function fetch { wget "$1"; }; fetch https://example.com/a
RUN function get() { wget "$1"; }; get a

#: shells that know it
FROM fedora:41
RUN function fetch { wget "$1"; }; fetch https://example.com/a
FROM debian:12
SHELL ["/bin/bash", "-c"]
RUN function fetch { wget "$1"; }; fetch https://example.com/a
FROM example.com/base:1
RUN function fetch { wget "$1"; }; fetch https://example.com/a

#: wherever it is called sh {"everyShell": true}
FROM example.com/base:1
RUN function fetch { wget "$1"; }; fetch https://example.com/a
#   ^^^^^^^^ `sh` knows no `function`
#?> Remove the word
#+ RUN fetch() { wget "$1"; }; fetch https://example.com/a
SHELL ["/bin/bash", "-c"]
RUN function fetch { wget "$1"; }; fetch https://example.com/a
