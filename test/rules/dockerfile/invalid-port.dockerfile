#: ports
FROM debian:12
EXPOSE 80 443/tcp 53/UDP 8000-8010 5/sctp 65535
EXPOSE 65536
#      ^^^^^ `65536` is no port: those are numbers up to 65535, or ranges like `8000-8010`, so Docker refuses the file: invalid containerPort: 65536
EXPOSE http
#      ^^^^ `http` is no port: those are numbers up to 65535, or ranges like `8000-8010`, so Docker refuses the file: invalid containerPort: http
EXPOSE 80/http
#      ^^^^^^^ `http` is no protocol: there are `tcp`, `udp` and `sctp`, so Docker refuses the file: invalid port: "80/http": invalid proto: http
EXPOSE /tcp
#      ^^^^ `/tcp` names no port, so Docker refuses the file: invalid port: "/tcp": no port specified
EXPOSE 9-1
#      ^^^ `9-1` is no port: those are numbers up to 65535, or ranges like `8000-8010`, so Docker refuses the file: invalid containerPort: 9-1
EXPOSE 80 # the web
#         ^ `#` is no port: those are numbers up to 65535, or ranges like `8000-8010`, so Docker refuses the file: invalid containerPort: #
#           ^^^ `the` is no port: those are numbers up to 65535, or ranges like `8000-8010`, so Docker refuses the file: invalid containerPort: the
#               ^^^ `web` is no port: those are numbers up to 65535, or ranges like `8000-8010`, so Docker refuses the file: invalid containerPort: web
EXPOSE 80:8080 127.0.0.1:80:80 [::1]:80:80
EXPOSE 1.2.3:80:80
#      ^^^^^^^^^^^ `1.2.3` is no IP address, so Docker refuses the file: invalid IP address: 1.2.3
EXPOSE a:80
#      ^^^^ `a` is no port, so Docker refuses the file: invalid hostPort: a
EXPOSE 1-2:1-3
#      ^^^^^^^ the two ranges of ports differ in length, so Docker refuses the file: invalid ranges specified for container and host Ports: 1-3 and 1-2
EXPOSE "8080"

#: a list with commas
FROM debian:12
EXPOSE 80,443
#      ^^^^^^ ports are separated by blanks, so Docker refuses the file: invalid containerPort: 80,443
#?> Separate them by blanks
#+ EXPOSE 80 443
EXPOSE 80,443/udp; 53
#      ^^^^^^^^^^^ `udp;` is no protocol: there are `tcp`, `udp` and `sctp`, so Docker refuses the file: invalid port: "80,443/udp;": invalid proto: udp;
EXPOSE 80;443
#      ^^^^^^ ports are separated by blanks, so Docker refuses the file: invalid containerPort: 80;443
#?> Separate them by blanks
#+ EXPOSE 80 443

#: variables
FROM debian:12
ARG PORT=web
ARG OTHER
EXPOSE $PORT
#      ^^^^^ `web` is no port: those are numbers up to 65535, or ranges like `8000-8010`, so Docker refuses the file: invalid containerPort: web
EXPOSE $OTHER/tcp
EXPOSE $UNSET/tcp
FROM scratch
EXPOSE $UNSET/tcp
#      ^^^^^^^^^^ `/tcp` names no port, so Docker refuses the file: invalid port: "/tcp": no port specified
EXPOSE $UNSET

#: over lines
FROM debian:12
EXPOSE 80 \
       443,8443
#      ^^^^^^^^ ports are separated by blanks, so Docker refuses the file: invalid containerPort: 443,8443
#?> Separate them by blanks
#+        443 8443
