#: by a path, in a shell's place, as the entry point
FROM debian:12 AS server
CMD ["/usr/sbin/nginx", "-g", "daemon off;"]
#    ^^^^^^^^^^^^^^^^^ nginx breaks off its connections at `SIGTERM`, and would end them at `SIGQUIT`
#?> Set STOPSIGNAL SIGQUIT
#+ STOPSIGNAL SIGQUIT
#+ CMD ["/usr/sbin/nginx", "-g", "daemon off;"]
FROM debian:12 AS web
CMD exec nginx -g 'daemon off;'
#        ^^^^^ nginx breaks off its connections at `SIGTERM`, and would end them at `SIGQUIT`
#?> Set STOPSIGNAL SIGQUIT
#+ STOPSIGNAL SIGQUIT
#+ CMD exec nginx -g 'daemon off;'
FROM debian:12
RUN make
ENTRYPOINT ["openresty"]
#           ^^^^^^^^^^^ nginx breaks off its connections at `SIGTERM`, and would end them at `SIGQUIT`
#?> Set STOPSIGNAL SIGQUIT
#+ STOPSIGNAL SIGQUIT
#+ ENTRYPOINT ["openresty"]
CMD ["-g", "daemon off;"]

#: with another signal
FROM nginx:1.28
STOPSIGNAL SIGTERM
#          ^^^^^^^ nginx breaks off its connections at `SIGTERM`, and would end them at `SIGQUIT`
#?> Write SIGQUIT
#+ STOPSIGNAL SIGQUIT
CMD ["nginx", "-g", "daemon off;"]

#: the command stands in another stage
FROM debian:12 AS base
CMD ["nginx"]
#    ^^^^^^^ nginx breaks off its connections at `SIGTERM`, and would end them at `SIGQUIT`
FROM base AS web

#: the image sets it, or nobody knows whether it does
FROM nginx:1.28
CMD ["nginx", "-g", "daemon off;"]
FROM example.com/team/web:1
CMD ["nginx"]

#: another process is the first
FROM debian:12
ENTRYPOINT ["/entrypoint.sh"]
CMD ["nginx"]
FROM debian:12
CMD nginx -g 'daemon off;'
FROM debian:12
CMD ["tini", "nginx"]

#: as it should be
FROM debian:12
STOPSIGNAL QUIT
CMD ["nginx"]

#: Windows line ends
FROM debian:12
CMD ["nginx"]
#    ^^^^^^^ nginx breaks off its connections at `SIGTERM`, and would end them at `SIGQUIT`
#?> Set STOPSIGNAL SIGQUIT
#+ STOPSIGNAL SIGQUIT
#+ CMD ["nginx"]
