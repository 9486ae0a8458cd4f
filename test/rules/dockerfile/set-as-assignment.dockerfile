#: odd cases
FROM debian:12
RUN set VERSION=1.0 && make
#   ^^^^^^^^^^^^^^^ `set` does not set a variable in this shell
#?> Remove `set`
#+ RUN VERSION=1.0 && make
RUN set -e; set -- a b; set A=b && echo $A
#                       ^^^^^^^ `set` does not set a variable in this shell
#?> Remove `set`
#+ RUN set -e; set -- a b; A=b && echo $A
RUN set

#: Windows has another
FROM mcr.microsoft.com/windows/servercore:ltsc2022
RUN set A=b
