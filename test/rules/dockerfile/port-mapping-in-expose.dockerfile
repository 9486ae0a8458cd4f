#: ports, ranges, addresses, protocols
FROM debian:12
EXPOSE 8080:80 8000-8001:80-81 127.0.0.1:80:80 [::1]:80:80/udp
#      ^^^^^ `EXPOSE` takes no port of the host, and leaves it at `80`
#=> Leave the container's port
#+ EXPOSE 80 8000-8001:80-81 127.0.0.1:80:80 [::1]:80:80/udp
#              ^^^^^^^^^^ `EXPOSE` takes no port of the host, and leaves it at `80-81`
#=> Leave the container's port
#+ EXPOSE 8080:80 80-81 127.0.0.1:80:80 [::1]:80:80/udp
#                              ^^^^^^^^^^^^^ `EXPOSE` takes no port of the host, and leaves it at `80`
#=> Leave the container's port
#+ EXPOSE 8080:80 8000-8001:80-81 80 [::1]:80:80/udp
#                                              ^^^^^^^^^ `EXPOSE` takes no port of the host, and leaves it at `80/udp`
#=> Leave the container's port
#+ EXPOSE 8080:80 8000-8001:80-81 127.0.0.1:80:80 80/udp

#: variables
FROM debian:12
ARG HOST=8080
ARG PORT=80
EXPOSE $HOST:$PORT ${HOST}:80 8080:${PORT}/tcp
#      ^^^^^^ `EXPOSE` takes no port of the host, and leaves it at `80`
#=> Leave the container's port
#+ EXPOSE $PORT ${HOST}:80 8080:${PORT}/tcp
#                  ^^^^^^^^ `EXPOSE` takes no port of the host, and leaves it at `80`
#=> Leave the container's port
#+ EXPOSE $HOST:$PORT 80 8080:${PORT}/tcp
#                             ^^^^^ `EXPOSE` takes no port of the host, and leaves it at `80/tcp`
#=> Leave the container's port
#+ EXPOSE $HOST:$PORT ${HOST}:80 ${PORT}/tcp

#: the mapping in a variable
FROM debian:12
ARG PORTS=8080:80
EXPOSE $PORTS
#      ^^^^^^ `EXPOSE` takes no port of the host, and leaves it at `80`

#: a value that nobody knows
FROM debian:12
ARG PORT
EXPOSE 8080:$PORT
#      ^^^^^ `EXPOSE` takes no port of the host, and leaves it at `$PORT`
#=> Leave the container's port
#+ EXPOSE $PORT

#: in quotes and over lines
FROM debian:12
EXPOSE "8080:80" \
#      ^^^^^^^^^ `EXPOSE` takes no port of the host, and leaves it at `80`
  8081:81
# ^^^^^ `EXPOSE` takes no port of the host, and leaves it at `81`
#=> Leave the container's port
#+   81

#: a modifier has a colon, too
FROM debian:12
ARG PORT
EXPOSE ${PORT:-80} ${PORT:-80}/tcp

#: what is no port at all is another problem
FROM debian:12
EXPOSE :80 a:b 80
