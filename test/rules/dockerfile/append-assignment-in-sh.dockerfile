#: on Debian, and several of them
FROM debian:12
RUN flags=-O2; flags+=" -g"; make CFLAGS="$flags"
#              ^^^^^^^^^^^^ `dash` takes this for a program that does not exist
#?> Write it out
#+ RUN flags=-O2; flags=${flags}" -g"; make CFLAGS="$flags"
RUN list+=(a)
#   ^^^^^^^^^ `dash` takes this for a program that does not exist

#: BusyBox
FROM alpine:3.20
RUN flags=-O2; flags+=" -g"; make CFLAGS="$flags"
#              ^^^^^^^^^^^^ `ash` takes this for a program that does not exist
#?> Write it out
#+ RUN flags=-O2; flags=${flags}" -g"; make CFLAGS="$flags"
RUN list+=(a)
#   ^^^^^^^^^ `ash` takes this for a program that does not exist

#: shells that know it
FROM fedora:41
RUN flags=-O2; flags+=" -g"; make CFLAGS="$flags"
FROM debian:12
SHELL ["/bin/bash", "-c"]
RUN flags=-O2; flags+=" -g"; make CFLAGS="$flags"
FROM example.com/base:1
RUN flags=-O2; flags+=" -g"; make CFLAGS="$flags"

#: wherever it is called sh {"everyShell": true}
FROM example.com/base:1
RUN flags=-O2; flags+=" -g"; make CFLAGS="$flags"
#              ^^^^^^^^^^^^ `sh` takes this for a program that does not exist
#?> Write it out
#+ RUN flags=-O2; flags=${flags}" -g"; make CFLAGS="$flags"
SHELL ["/bin/bash", "-c"]
RUN flags=-O2; flags+=" -g"; make CFLAGS="$flags"
