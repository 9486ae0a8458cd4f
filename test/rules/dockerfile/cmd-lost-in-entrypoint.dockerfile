#: a shell form ignores it
FROM debian:12
ENTRYPOINT serve --port 80
CMD ["--quiet"]
#^^ the `ENTRYPOINT` in shell form ignores this `CMD`

#: unless it asks for its arguments
FROM debian:12
ENTRYPOINT exec serve "$0" "$@"
CMD ["--quiet"]

#: programs that know what they do with arguments
FROM debian:12
ENTRYPOINT ["/usr/bin/python3"]
CMD app.py --quiet
#   ^^^^^^^^^^^^^^ the program of the `ENTRYPOINT` gets this `CMD` as `/bin/sh -c …`
#?> Use the exec form
#+ CMD ["app.py", "--quiet"]
FROM debian:12
ENTRYPOINT ["sh", "-c"]
CMD run $PORT
#   ^^^^^^^^^ the program of the `ENTRYPOINT` gets this `CMD` as `/bin/sh -c …`

#: scripts and programs that start others go on with a shell as well
FROM debian:12
ENTRYPOINT ["/entrypoint.sh"]
CMD serve
FROM debian:12
ENTRYPOINT ["tini", "--"]
CMD serve
FROM debian:12
ENTRYPOINT ["bundle", "exec"]
CMD serve
FROM debian:12
ENTRYPOINT ["bash", "/entrypoint.sh"]
CMD serve

#: arguments from below are dropped
FROM debian:12 AS base
ENTRYPOINT ["serve"]
CMD ["--port", "80"]
FROM base
ENTRYPOINT ["serve", "--quiet"]
#^^^^^^^^^ this `ENTRYPOINT` drops the `CMD` of the stage that it begins with

#: a command from below is another program's
FROM debian:12 AS base
CMD ["bash"]
FROM base
ENTRYPOINT ["serve"]

#: both from below are told there
FROM debian:12 AS base
ENTRYPOINT serve
CMD ["--quiet"]
#^^ the `ENTRYPOINT` in shell form ignores this `CMD`
FROM base

#: as it should be, and with an empty one
FROM debian:12
ENTRYPOINT ["serve"]
CMD ["--quiet"]
FROM debian:12
ENTRYPOINT serve
CMD []

#: on Windows
FROM mcr.microsoft.com/windows/servercore:ltsc2022
ENTRYPOINT serve.exe
CMD ["--quiet"]
