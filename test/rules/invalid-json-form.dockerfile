#: every kind of mistake
FROM node:22
CMD ['node', 'server.js']
#    ^^^^^^ single quotes are not JSON, so Docker runs all of it in a shell, brackets included
CMD ["node" "server.js"]
#          ^ a comma is missing, so Docker runs all of it in a shell, brackets included
CMD ["node", "server.js",]
#                       ^ a comma at the end is not JSON, so Docker runs all of it in a shell, brackets included
CMD ["node", server.js]
#            ^^^^^^^^^ a string without quotes is not JSON, so Docker runs all of it in a shell, brackets included
CMD [node, server.js]
#    ^^^^ a string without quotes is not JSON, so Docker runs all of it in a shell, brackets included
CMD ["node", "server.js"
#                      ^ the bracket is not closed, so Docker runs all of it in a shell, brackets included
CMD ["node", "server.js"];
#                        ^ nothing may stand after the bracket, so Docker runs all of it in a shell, brackets included
CMD ["node", "server.js"]]
#                        ^ nothing may stand after the bracket, so Docker runs all of it in a shell, brackets included
CMD [“node”, “server.js”]
#    ^^^^^^ these quotes are not JSON, so Docker runs all of it in a shell, brackets included
CMD ["node", "C:\app"]
#               ^ a backslash in JSON has to be doubled, so Docker runs all of it in a shell, brackets included
CMD ["node",, "server.js"]
#           ^ a comma without a string before it is not JSON, so Docker runs all of it in a shell, brackets included
CMD ["node", "server.js]
#            ^^^^^^^^^^^ the string's quote is not closed, so Docker runs all of it in a shell, brackets included

#: several at once
FROM node:22
CMD ['node' 'say "hi"', ]
#    ^^^^^^ single quotes are not JSON, so Docker runs all of it in a shell, brackets included

#: a comment behind goes above
FROM node:22
CMD ["node", "server.js"] # starts the server
#                         ^^^^^^^^^^^^^^^^^^^ nothing may stand after the bracket, so Docker runs all of it in a shell, brackets included

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
COPY ['a file', '/app/']
#     ^^^^^^^^ single quotes are not JSON, so Docker takes the brackets for a part of a path
ADD ['a file', '/app/']
#    ^^^^^^^^ single quotes are not JSON, so Docker takes the brackets for a part of a path
VOLUME ['/data']
#       ^^^^^^^ single quotes are not JSON, so Docker takes the brackets for a part of a path
ENTRYPOINT ['node']
#           ^^^^^^ single quotes are not JSON, so Docker runs all of it in a shell, brackets included
HEALTHCHECK --interval=5s CMD ['node', 'check.js']
#                              ^^^^^^ single quotes are not JSON, so Docker runs all of it in a shell, brackets included
RUN ['node', 'build.js']
#    ^^^^^^ single quotes are not JSON, so Docker runs all of it in a shell, brackets included
ONBUILD RUN ['node', 'build.js']
#            ^^^^^^ single quotes are not JSON, so Docker runs all of it in a shell, brackets included

#: patterns are no arrays
FROM node:22
COPY [ab].txt /app/
COPY [a-z]*.js /app/
ADD [!x]* /app/

#: tests are no arrays
FROM debian:12
RUN [ -f /app ] && echo yes
RUN [ "$HOME" = "/root" ] || exit 1
RUN [ "$HOME" ]
RUN [ "a" = "b" ]
RUN [[ "$HOME" == /root ]]
CMD [ -x /app/run ] && exec /app/run

#: PowerShell's types are no arrays
# escape=`
FROM mcr.microsoft.com/windows/servercore:ltsc2022
SHELL ["powershell", "-Command"]
RUN [Net.ServicePointManager]::SecurityProtocol = [Net.SecurityProtocolType]::Tls12

#: over several lines
FROM node:22
CMD [ 'node', \
#     ^^^^^^ single quotes are not JSON, so Docker runs all of it in a shell, brackets included
  # the server
  'server.js' \
]

