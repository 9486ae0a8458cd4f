#: on Debian, and several of them
FROM debian:12
RUN files=(a b) && touch "${files[@]}"
#         ^^^^^ `dash` has no arrays
#                         ^^^^^^^^^^^ `dash` has no arrays
RUN [ -f a ] && echo "$(cat a)"

#: BusyBox
FROM alpine:3.20
RUN files=(a b) && touch "${files[@]}"
#         ^^^^^ `ash` has no arrays
#                         ^^^^^^^^^^^ `ash` has no arrays
RUN [ -f a ] && echo "$(cat a)"

#: shells that know it
FROM fedora:41
RUN files=(a b) && touch "${files[@]}"
FROM debian:12
SHELL ["/bin/bash", "-c"]
RUN files=(a b) && touch "${files[@]}"
FROM example.com/base:1
RUN files=(a b) && touch "${files[@]}"

#: wherever it is called sh {"everyShell": true}
FROM example.com/base:1
RUN files=(a b) && touch "${files[@]}"
#         ^^^^^ `sh` has no arrays
#                         ^^^^^^^^^^^ `sh` has no arrays
SHELL ["/bin/bash", "-c"]
RUN files=(a b) && touch "${files[@]}"
