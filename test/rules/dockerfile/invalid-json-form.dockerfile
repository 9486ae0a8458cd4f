#: every kind of mistake
FROM node:22
CMD ['node', 'server.js']
#    ^^^^^^ single quotes are not JSON, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ CMD ["node", "server.js"]
CMD ["node" "server.js"]
#          ^ a comma is missing, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ CMD ["node", "server.js"]
CMD ["node", "server.js",]
#                       ^ a comma at the end is not JSON, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ CMD ["node", "server.js"]
CMD ["node", server.js]
#            ^^^^^^^^^ a string without quotes is not JSON, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ CMD ["node", "server.js"]
CMD [node, server.js]
#    ^^^^ a string without quotes is not JSON, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ CMD ["node", "server.js"]
CMD ["node", "server.js"
#                      ^ the bracket is not closed, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ CMD ["node", "server.js"]
CMD ["node", "server.js"];
#                        ^ nothing may stand after the bracket, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ CMD ["node", "server.js"]
CMD ["node", "server.js"]]
#                        ^ nothing may stand after the bracket, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ CMD ["node", "server.js"]
CMD [“node”, “server.js”]
#    ^^^^^^ these quotes are not JSON, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ CMD ["node", "server.js"]
CMD ["node", "C:\app"]
#               ^ a backslash in JSON has to be doubled, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ CMD ["node", "C:\\app"]
CMD ["node",, "server.js"]
#           ^ a comma without a string before it is not JSON, so Docker runs all of it in a shell, brackets included
CMD ["node", "server.js]
#            ^^^^^^^^^^^ the string's quote is not closed, so Docker runs all of it in a shell, brackets included

#: several at once
FROM node:22
CMD ['node' 'say "hi"', ]
#    ^^^^^^ single quotes are not JSON, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ CMD ["node", "say \"hi\"" ]

#: a comment behind goes above
FROM node:22
CMD ["node", "server.js"] # starts the server
#                         ^^^^^^^^^^^^^^^^^^^ nothing may stand after the bracket, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ # starts the server
#+ CMD ["node", "server.js"]

#: other commands behind stay
FROM node:22
CMD ["node", "server.js"] && echo done
#                         ^^^^^^^^^^^^ nothing may stand after the bracket, so Docker runs all of it in a shell, brackets included

#: correct JSON
FROM node:22
CMD ["node", "server.js"]
CMD [ "node" , "server.js" ]
CMD []

#: instructions with a form in JSON
FROM node:22
SHELL ['/bin/bash', '-c']
#      ^^^^^^^^^^^ single quotes are not JSON, so Docker refuses the file
#?> Make it a JSON array
#+ SHELL ["/bin/bash", "-c"]
COPY ['a file', '/app/']
#     ^^^^^^^^ single quotes are not JSON, so Docker takes the brackets for a part of a path
#?> Make it a JSON array
#+ COPY ["a file", "/app/"]
ADD ['a file', '/app/']
#    ^^^^^^^^ single quotes are not JSON, so Docker takes the brackets for a part of a path
#?> Make it a JSON array
#+ ADD ["a file", "/app/"]
VOLUME ['/data']
#       ^^^^^^^ single quotes are not JSON, so Docker takes the brackets for a part of a path
#?> Make it a JSON array
#+ VOLUME ["/data"]
ENTRYPOINT ['node']
#           ^^^^^^ single quotes are not JSON, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ ENTRYPOINT ["node"]
HEALTHCHECK --interval=5s CMD ['node', 'check.js']
#                              ^^^^^^ single quotes are not JSON, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ HEALTHCHECK --interval=5s CMD ["node", "check.js"]
RUN ['node', 'build.js']
#    ^^^^^^ single quotes are not JSON, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ RUN ["node", "build.js"]
ONBUILD RUN ['node', 'build.js']
#            ^^^^^^ single quotes are not JSON, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ ONBUILD RUN ["node", "build.js"]

#: patterns are no arrays
FROM node:22
COPY [ab].txt /app/
COPY [a-z]*.js /app/
ADD [!x]* /app/
COPY [ab]* [c-d]/*.js /app/

#: tests are no arrays
FROM debian:12
RUN [ -f /app ] && echo yes
RUN [ "$HOME" = "/root" ] || exit 1
RUN [ "$HOME" ]
RUN [ "a" = "b" ]
RUN [[ "$HOME" == /root ]]
CMD [ -x /app/run ] && exec /app/run

#: tests with a quoted word, in each instruction that runs a command
FROM debian:12
ARG X
RUN [ -n "$X" ]
RUN [ -f "/x" ]
RUN [ -f '/x' ]
RUN [ "$a" = b ]
RUN [ 'a' != "$a" ]
RUN [ ! -e "/x" ] || exit 1
RUN [ ! "$X" ] || exit 1
RUN [ -n "$X" -a -z "$Y" ] && echo yes
RUN [ "$X" ] && [ "$Y" ]
RUN [ "$(cat /x)" = "a, b" ]
RUN [ "$(cat "a b")" -gt "0" ] && echo yes
RUN	[	-d	"/x"	]
RUN --mount=type=cache,target=/x [ -d "/x" ]
RUN [ -f "/x" ] \
  && rm "/x"
CMD [ -n "$X" ] && exec /app/run "$X"
ENTRYPOINT [ -z "$X" ] || exec "/app/run"
HEALTHCHECK CMD [ -f "/tmp/healthy" ]
HEALTHCHECK --interval=5s CMD [ "$(curl -s localhost)" = "ok" ] || exit 1
ONBUILD RUN [ -n "$X" ]
RUN [[ -n "$X" && "$Y" == 'z' ]]

#: tests that lack a blank or a bracket are wrong, but no arrays
FROM debian:12
RUN ["$X" = "y" ] && echo yes
RUN [-n "$X" ] && echo yes
RUN [ -n "$X" && echo yes
RUN [ "$X" = "y"] && echo yes

#: tests in a trigger of a shell of one's own
FROM debian:12
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
RUN [ -n "$X" ] && echo yes

#: constants that nobody tests
FROM node:22
CMD [ 'node' ]
#     ^^^^^^ single quotes are not JSON, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ CMD [ "node" ]
CMD [ 'node', 'server.js' ]
#     ^^^^^^ single quotes are not JSON, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ CMD [ "node", "server.js" ]
CMD [ "node" 'server.js' ]
#           ^ a comma is missing, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ CMD [ "node", "server.js" ]
CMD [ node, server.js ]
#     ^^^^ a string without quotes is not JSON, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ CMD [ "node", "server.js" ]

#: PowerShell's types are no arrays
# escape=`
FROM mcr.microsoft.com/windows/servercore:ltsc2022
SHELL ["powershell", "-Command"]
RUN [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12
RUN [Environment]::SetEnvironmentVariable('X', "y", 'Machine')
RUN [xml]$x = Get-Content "a.xml"

#: over several lines
FROM node:22
CMD [ 'node', \
#     ^^^^^^ single quotes are not JSON, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array, lines 2 to 4
#+ CMD [ "node", \
#+   # the server
#+   "server.js" \
  # the server
  'server.js' \
]

#: mended: single quotes
FROM debian:12
CMD ['a', 'b']
#    ^^^ single quotes are not JSON, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ CMD ["a", "b"]

#: mended: quotes within quotes
FROM debian:12
CMD ['say "a"', 'C:\b']
#    ^^^^^^^^^ single quotes are not JSON, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ CMD ["say \"a\"", "C:\\b"]

#: mended: several mistakes
FROM debian:12
CMD [a 'b',]
#    ^ a string without quotes is not JSON, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ CMD ["a", "b"]

#: mended: a missing bracket
FROM debian:12
CMD ["a", "b"
#           ^ the bracket is not closed, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ CMD ["a", "b"]

#: mended: a missing bracket behind a comma
FROM debian:12
CMD ["a", "b",
#           ^ the bracket is not closed, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ CMD ["a", "b"]

#: mended: a bracket too many
FROM debian:12
CMD ["a"]]
#        ^ nothing may stand after the bracket, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ CMD ["a"]

#: mended: typographic quotes
FROM debian:12
CMD [“a”, “b”]
#    ^^^ these quotes are not JSON, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ CMD ["a", "b"]

#: mended: a backslash
FROM debian:12
CMD ["C:\app"]
#       ^ a backslash in JSON has to be doubled, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ CMD ["C:\\app"]

#: mended: a comment
FROM debian:12
CMD ["a"] # why
#         ^^^^^ nothing may stand after the bracket, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ # why
#+ CMD ["a"]

#: mended: over lines with a comment
FROM debian:12
CMD ['a', \
#    ^^^ single quotes are not JSON, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array, lines 2 to 4
#+ CMD ["a", \
#+  # why
#+  "b"]
 # why
 'b']

#: mended: a health check
FROM debian:12
HEALTHCHECK --interval=5s CMD ['a']
#                              ^^^ single quotes are not JSON, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ HEALTHCHECK --interval=5s CMD ["a"]

#: mended: a trigger
FROM debian:12
ONBUILD RUN ['a']
#            ^^^ single quotes are not JSON, so Docker runs all of it in a shell, brackets included
#?> Make it a JSON array
#+ ONBUILD RUN ["a"]

#: no fix: where more follows
FROM a:1
CMD ["a"] && b
#         ^^^^ nothing may stand after the bracket, so Docker runs all of it in a shell, brackets included

#: no fix: where a quote is open
FROM a:1
CMD ["a", "b]
#         ^^^ the string's quote is not closed, so Docker runs all of it in a shell, brackets included

#: no fix: where a string is not plain
FROM a:1
CMD [$a, b]
#    ^^ a string without quotes is not JSON, so Docker runs all of it in a shell, brackets included

#: what cannot be seen is no JSON either
FROM debian:12
SHELL ["/bin/bash", "-c"]﻿
#     ^^^^^^^^^^^^^^^^^^^ a shell is a JSON array, such as `["/bin/sh", "-c"]`, so Docker refuses the file: SHELL requires the arguments to be in JSON form
