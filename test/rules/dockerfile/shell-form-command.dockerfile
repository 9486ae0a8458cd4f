#: plain words
FROM debian:12
CMD /app/run --port 8080
#   ^^^^^^^^^^^^^^^^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program
#?> Use the exec form
#+ CMD ["/app/run", "--port", "8080"]

#: words in quotes
FROM debian:12
CMD run 'a b' "c" d\ e ""
#   ^^^^^^^^^^^^^^^^^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program
#?> Use the exec form
#+ CMD ["run", "a b", "c", "d e", ""]

#: over several lines the lines stay
FROM debian:12
CMD run \
#   ^^^^^… `CMD` in shell form starts a shell, which does not pass signals on to the program
#?> Use the exec form, lines 2 to 5
#+ CMD ["run", \
#+   # the port
#+   "--port", "8080", \
#+   "--quiet"]
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

#: a program that many images have, where the fix is safe
FROM debian:12
CMD /usr/bin/python3.12 -m http.server
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program
#=> Use the exec form
#+ CMD ["/usr/bin/python3.12", "-m", "http.server"]
CMD echo hello
#   ^^^^^^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program
#=> Use the exec form
#+ CMD ["echo", "hello"]

#: an ENTRYPOINT of the base image may do something else for a name that it knows
FROM redis:8
CMD redis-server --appendonly yes
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program
#?> Use the exec form
#+ CMD ["redis-server", "--appendonly", "yes"]
FROM example.com/team/base:1.0
CMD python app.py
#   ^^^^^^^^^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program
#?> Use the exec form
#+ CMD ["python", "app.py"]
FROM $BASE
CMD python app.py
#   ^^^^^^^^^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program
#?> Use the exec form
#+ CMD ["python", "app.py"]

#: what a program of the same name does in another way
FROM debian:12
CMD echo "a\tb"
#   ^^^^^^^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program
CMD echo -e done
#   ^^^^^^^^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program
CMD printf done
#   ^^^^^^^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program
CMD kill -9 7
#   ^^^^^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program

#: a test is no array
FROM debian:12
CMD [ -n "$X" ] && run
#   ^^^^^^^^^^^^^^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program

#: an ENTRYPOINT drops the CMD from below
FROM debian:12 AS base
CMD run
#   ^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program
#?> Use the exec form
#+ CMD ["run"]
FROM base
ENTRYPOINT serve
#          ^^^^^ `ENTRYPOINT` in shell form starts a shell, which does not pass signals on to the program
#?> Use the exec form
#+ ENTRYPOINT ["serve"]

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
#?> Use the exec form
#+ ENTRYPOINT ["run"]

#: with a command, which would become the arguments
FROM debian:12
ENTRYPOINT run
#          ^^^ `ENTRYPOINT` in shell form starts a shell, which does not pass signals on to the program
CMD stop
#   ^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program
#?> Use the exec form
#+ CMD ["stop"]

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
#?> Use the exec form
#+ ONBUILD CMD ["run"]

#: Windows line ends
FROM debian:12
CMD run
#   ^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program
#?> Use the exec form
#+ CMD ["run"]

#: nothing to run
FROM debian:12
CMD

#: mended: quotes
FROM debian:12
CMD run 'a b' "c" d\ e ""
#   ^^^^^^^^^^^^^^^^^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program
#?> Use the exec form
#+ CMD ["run", "a b", "c", "d e", ""]

#: mended: over lines
FROM debian:12
CMD run \
#   ^^^^^… `CMD` in shell form starts a shell, which does not pass signals on to the program
#?> Use the exec form, lines 2 to 4
#+ CMD ["run", \
#+   # why
#+   "--port", "80"]
  # why
  --port 80
# ^^^^^^^^^…

#: mended: an entry point
FROM debian:12
ENTRYPOINT run
#          ^^^ `ENTRYPOINT` in shell form starts a shell, which does not pass signals on to the program
#?> Use the exec form
#+ ENTRYPOINT ["run"]

#: mended: a command that an entry point gets as its arguments
FROM debian:12
ENTRYPOINT ["python"]
CMD app.py
#   ^^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program
#?> Use the exec form
#+ CMD ["app.py"]

#: mended: a trigger, whose entry point is another build's
FROM debian:12
ONBUILD CMD run
#           ^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program
#?> Use the exec form
#+ ONBUILD CMD ["run"]

#: no fix: for a variable
FROM a:1
CMD run $A
#   ^^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program

#: no fix: for two commands
FROM a:1
CMD a && b
#   ^^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program

#: no fix: for a redirect
FROM a:1
CMD a > b
#   ^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program

#: no fix: for an assignment
FROM a:1
CMD A=1 b
#   ^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program

#: no fix: for a pattern
FROM a:1
CMD a *.b
#   ^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program

#: no fix: for a builtin
FROM a:1
CMD source a
#   ^^^^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program

#: no fix: for a command in the background
FROM a:1
CMD a &
#   ^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program

#: no fix: for a command in parentheses
FROM a:1
CMD (a)
#   ^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program

#: no fix: for a negation
FROM a:1
CMD ! a
#   ^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program

#: no fix: for an entry point whose command would become its arguments
FROM a:1
ENTRYPOINT a
#          ^ `ENTRYPOINT` in shell form starts a shell, which does not pass signals on to the program
CMD ["b"]

#: no fix: on Windows
FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
CMD a.exe
#   ^^^^^ `CMD` in shell form starts a shell, which does not pass signals on to the program
