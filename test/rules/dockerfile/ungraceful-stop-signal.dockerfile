#: by name, by number, by a variable
FROM debian:12
STOPSIGNAL KILL
#          ^^^^ no program can handle `SIGKILL`, so `docker stop` ends it in the middle of its work
#?> Remove the STOPSIGNAL, lines 2 to 3
#+ STOPSIGNAL 9
STOPSIGNAL 9
#          ^ no program can handle `SIGKILL`, so `docker stop` ends it in the middle of its work
#?> Remove the STOPSIGNAL, lines 3 to 4
#+ STOPSIGNAL sigstop
STOPSIGNAL sigstop
#          ^^^^^^^ no program can handle `SIGSTOP`, so `docker stop` ends it in the middle of its work
#?> Remove the STOPSIGNAL, lines 4 to 5
#+ STOPSIGNAL "SIGKILL"
STOPSIGNAL "SIGKILL"
#          ^^^^^^^^^ no program can handle `SIGKILL`, so `docker stop` ends it in the middle of its work
#?> Remove the STOPSIGNAL, lines 5 to 6
#+ STOPSIGNAL 19
STOPSIGNAL 19
#          ^^ no program can handle `SIGSTOP`, so `docker stop` ends it in the middle of its work
#?> Remove the STOPSIGNAL, lines 6 to 7
#+ ARG SIGNAL=SIGKILL
ARG SIGNAL=SIGKILL
STOPSIGNAL $SIGNAL
#          ^^^^^^^ no program can handle `SIGKILL`, so `docker stop` ends it in the middle of its work
#?> Remove the STOPSIGNAL, lines 8 to 9

#: a comment inside
FROM debian:12
STOPSIGNAL \
  # at once
  SIGKILL
# ^^^^^^^ no program can handle `SIGKILL`, so `docker stop` ends it in the middle of its work

#: those that a program can handle, and what nobody knows
FROM debian:12
ARG SIGNAL
STOPSIGNAL SIGTERM
STOPSIGNAL 15
STOPSIGNAL $SIGNAL

#: on Windows
FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
STOPSIGNAL SIGKILL

#: in a trigger it is another build's
FROM debian:12
ONBUILD STOPSIGNAL SIGKILL
