#: numbers, short names, small letters, quotes
FROM debian:12
STOPSIGNAL 9
#          ^ `9` is usually written `SIGKILL`
#=> Write SIGKILL
#+ STOPSIGNAL SIGKILL
STOPSIGNAL TERM
#          ^^^^ `TERM` is usually written `SIGTERM`
#=> Write SIGTERM
#+ STOPSIGNAL SIGTERM
STOPSIGNAL sigint
#          ^^^^^^ `sigint` is usually written `SIGINT`
#=> Write SIGINT
#+ STOPSIGNAL SIGINT
STOPSIGNAL "SIGINT"
#          ^^^^^^^^ `"SIGINT"` is usually written `SIGINT`
#=> Write SIGINT
#+ STOPSIGNAL SIGINT
STOPSIGNAL RTMIN+3
#          ^^^^^^^ `RTMIN+3` is usually written `SIGRTMIN+3`
#=> Write SIGRTMIN+3
#+ STOPSIGNAL SIGRTMIN+3

#: numbers that differ between processors, variables, no signals
FROM debian:12
STOPSIGNAL 10
STOPSIGNAL $SIGNAL
STOPSIGNAL SIGNAL

#: as it should be
FROM debian:12
STOPSIGNAL SIGRTMIN+3
