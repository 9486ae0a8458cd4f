#: plain words
FROM debian:12
CMD /app/run --port 8080
#   ^^^^^^^^^^^^^^^^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program

#: words in quotes
FROM debian:12
CMD run 'a b' "c" d\ e ""
#   ^^^^^^^^^^^^^^^^^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program

#: over several lines the lines stay
FROM debian:12
CMD run \
#   ^^^^^… `CMD` in shell form starts a shell, which does not pass signals on to the program
  # the port
  --port 8080 \
  --quiet
# ^^^^^^^…

#: variables need a shell
FROM debian:12
CMD run --port $PORT
#   ^^^^^^^^^^^^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program

#: so do operators, redirects, patterns, assignments
FROM debian:12
CMD run && stop
#   ^^^^^^^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program
CMD run | tee log
#   ^^^^^^^^^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program
CMD run > log
#   ^^^^^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program
CMD run *.txt
#   ^^^^^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program
CMD PORT=8080 run
#   ^^^^^^^^^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program
CMD cd /app; run
#   ^^^^^^^^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program

#: and what only a shell knows
FROM debian:12
CMD source run.sh
#   ^^^^^^^^^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program

#: the program takes the shell's place, which the others report
FROM debian:12
CMD exec run --port $PORT
ENTRYPOINT setup && exec run

#: exec form
FROM debian:12
CMD ["run"]
ENTRYPOINT ["run"]

#: a shell of one's own
FROM debian:12
SHELL ["/bin/bash", "-o", "pipefail", "-c"]
CMD run

#: a shell of one's own in the stage that it begins with
FROM debian:12 AS base
SHELL ["/bin/bash", "-c"]
FROM base
CMD run

#: an entry point without a command
FROM debian:12
ENTRYPOINT run
#          ^^^ `ENTRYPOINT` in shell form starts a shell, which does not pass signals on to the program

#: with a command, which would become the arguments
FROM debian:12
ENTRYPOINT run
#          ^^^ `ENTRYPOINT` in shell form starts a shell, which does not pass signals on to the program
CMD stop
#   ^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program

#: a health check is fine in a shell, where hadolint reports it
FROM debian:12
HEALTHCHECK CMD curl -f http://localhost/ || exit 1

#: an array that is none is another rule's
FROM debian:12
CMD ['run']

#: on Windows quotes have another meaning
FROM mcr.microsoft.com/windows/servercore:ltsc2022
CMD run.exe --port 8080
#   ^^^^^^^^^^^^^^^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program

#: in a trigger
FROM debian:12
ONBUILD CMD run
#           ^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program

#: Windows line ends
FROM debian:12
CMD run
#   ^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program

#: nothing to run
FROM debian:12
CMD

