#: in any mixture
FROM debian:12
EXPOSE 80/TCP 53/Udp 9/SCTP
#         ^^^ Docker knows the protocol `TCP` as `tcp`
#=> Write tcp
#+ EXPOSE 80/tcp 53/Udp 9/SCTP
#                ^^^ Docker knows the protocol `Udp` as `udp`
#=> Write udp
#+ EXPOSE 80/TCP 53/udp 9/SCTP
#                      ^^^^ Docker knows the protocol `SCTP` as `sctp`
#=> Write sctp
#+ EXPOSE 80/TCP 53/Udp 9/sctp

#: behind a variable
FROM debian:12
ARG PORT=80
EXPOSE $PORT/TCP ${PORT}/UDP
#            ^^^ Docker knows the protocol `TCP` as `tcp`
#=> Write tcp
#+ EXPOSE $PORT/tcp ${PORT}/UDP
#                        ^^^ Docker knows the protocol `UDP` as `udp`
#=> Write udp
#+ EXPOSE $PORT/TCP ${PORT}/udp

#: in a variable
FROM debian:12
ARG PORT=80/TCP
EXPOSE $PORT
#      ^^^^^ Docker knows the protocol `TCP` as `tcp`

#: behind a variable whose value nobody knows
FROM debian:12
ARG PORT
EXPOSE $PORT/TCP

#: in small letters, without one, and what is no protocol
FROM debian:12
EXPOSE 80/tcp 80 80/HTTP
