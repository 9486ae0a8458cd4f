#: alone, first, last, with a protocol
FROM debian:12
EXPOSE 22
#      ^^ port 22 is that of SSH, which a container seldom needs
#?> Do not expose it, lines 2 to 3
#+ EXPOSE 22/tcp 80
EXPOSE 22/tcp 80
#      ^^^^^^ port 22 is that of SSH, which a container seldom needs
#?> Do not expose it
#+ EXPOSE 80
EXPOSE 80 22
#         ^^ port 22 is that of SSH, which a container seldom needs
#?> Do not expose it
#+ EXPOSE 80

#: by a variable
FROM debian:12
ARG PORT=22
EXPOSE $PORT
#      ^^^^^ port 22 is that of SSH, which a container seldom needs
#?> Do not expose it, lines 3 to 4

#: among others over several lines
FROM debian:12
EXPOSE 80 \
  22 \
# ^^ port 22 is that of SSH, which a container seldom needs
#?> Do not expose it, lines 2 to 3
#+ EXPOSE 80 \
  443

#: other ports, another protocol, an unknown value
FROM debian:12
ARG PORT
EXPOSE 2222 22/udp 220 $PORT
