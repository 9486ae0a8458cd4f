#: on Debian, and several of them
FROM debian:12
RUN echo "${VERSION//./_}"
#         ^^^^^^^^^^^^^^^ `dash` knows no such expansion
RUN echo "${A:0:3}" "${A^^}" "${!A}"
#         ^^^^^^^^ `dash` knows no such expansion
#                    ^^^^^^ `dash` knows no such expansion
#                             ^^^^^ `dash` knows no such expansion
RUN echo "${A:-b}" "${A%.*}" "${#A}"

#: BusyBox
FROM alpine:3.20
RUN echo "${VERSION//./_}"
RUN echo "${A:0:3}" "${A^^}" "${!A}"
#                    ^^^^^^ `ash` knows no such expansion
#                             ^^^^^ `ash` knows no such expansion
RUN echo "${A:-b}" "${A%.*}" "${#A}"

#: shells that know it
FROM fedora:41
RUN echo "${VERSION//./_}"
FROM debian:12
SHELL ["/bin/bash", "-c"]
RUN echo "${VERSION//./_}"
FROM example.com/base:1
RUN echo "${VERSION//./_}"

#: wherever it is called sh {"everyShell": true}
FROM example.com/base:1
RUN echo "${VERSION//./_}"
#         ^^^^^^^^^^^^^^^ `sh` knows no such expansion
SHELL ["/bin/bash", "-c"]
RUN echo "${VERSION//./_}"
