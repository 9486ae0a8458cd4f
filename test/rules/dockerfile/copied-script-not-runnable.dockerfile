#: line ends of Windows
FROM debian:12
COPY docker/start.sh /usr/local/bin/
ENTRYPOINT ["/usr/local/bin/start.sh", "serve"]
#           ^^^^^^^^^^^^^^^^^^^^^^^^^ `docker/start.sh` has line ends of Windows, with which it cannot be run
#:: docker/start.sh
#!/bin/sh
exec "$@"

#: no line that says what runs it
FROM debian:12
WORKDIR /app
COPY start.sh .
CMD ["./start.sh"]
#    ^^^^^^^^^^^^ `start.sh` has no `#!` line, so the system does not know what runs it
#:: start.sh
exec sleep infinity

#: the shell is named
FROM debian:12
COPY start.sh /start.sh
CMD ["bash", "/start.sh"]
#:: start.sh
exec sleep infinity

#: all is well
FROM debian:12
COPY start.sh /start.sh
ENTRYPOINT ["/start.sh"]
#:: start.sh
#!/bin/sh
exec sleep infinity

#: it is mended on the way
FROM debian:12
COPY start.sh /start.sh
RUN sed -i '1i #!/bin/sh' /start.sh
ENTRYPOINT ["/start.sh"]
#:: start.sh
exec sleep infinity

#: a program, another file, or one of another stage
FROM debian:12 AS build
COPY start.sh /start.sh
FROM debian:12
COPY start /start
COPY --from=build /start.sh /start.sh
CMD ["/start.sh"]
#:: start.sh
exec sleep infinity

#: in shell form, which runs it all the same
FROM debian:12
COPY start.sh /start.sh
CMD /start.sh
#:: start.sh
exec sleep infinity
