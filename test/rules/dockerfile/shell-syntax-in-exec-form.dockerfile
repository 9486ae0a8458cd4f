#: a command in one string
FROM node:22
RUN ["npm ci"]
#    ^^^^^^^^ there is no program of the name `npm ci`: each word has to be a string of its own
#=> Make each word a string
#+ RUN ["npm", "ci"]
RUN [ "./build.sh --fast", "more" ]
#     ^^^^^^^^^^^^^^^^^^^ there is no program of the name `./build.sh --fast`: each word has to be a string of its own
#=> Make each word a string
#+ RUN [ "./build.sh", "--fast", "more" ]
ENTRYPOINT ["npm start && echo done"]
#           ^^^^^^^^^^^^^^^^^^^^^^^^ there is no program of the name `npm start && echo done`: each word has to be a string of its own
#?> Run it by a shell
#+ ENTRYPOINT ["sh", "-c", "npm start && echo done"]

#: of which only a shell knows the meaning
FROM node:22
CMD ["npm run 'a b'"]
#    ^^^^^^^^^^^^^^^ there is no program of the name `npm run 'a b'`: each word has to be a string of its own

#: variables
FROM node:22
ENTRYPOINT ["node", "--port=$PORT"]
#                   ^^^^^^^^^^^^^^ nothing replaces the variable in `--port=$PORT`, for no shell runs an exec form
#?> Run it by a shell
#+ ENTRYPOINT ["sh", "-c", "exec node --port=$PORT"]
HEALTHCHECK CMD ["curl", "http://localhost:${PORT:-80}/"]
#                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ nothing replaces the variable in `http://localhost:${PORT:-80}/`, for no shell runs an exec form
#?> Run it by a shell
#+ HEALTHCHECK CMD ["sh", "-c", "exec curl http://localhost:${PORT:-80}/"]

#: patterns
FROM eclipse-temurin:21
RUN ["rm", "-rf", "/tmp/*"]
#                 ^^^^^^^^ nothing looks for the files of `/tmp/*`, for no shell runs an exec form
#?> Run it by a shell
#+ RUN ["sh", "-c", "exec rm -rf /tmp/*"]
CMD ["java", "-jar", "target/*.jar"]
#                    ^^^^^^^^^^^^^^ nothing looks for the files of `target/*.jar`, for no shell runs an exec form
#?> Run it by a shell
#+ CMD ["sh", "-c", "exec java -jar target/*.jar"]

#: operators
FROM debian:12
HEALTHCHECK CMD ["curl", "-f", "http://localhost/", "||", "exit", "1"]
#                                                   ^^^^ the program gets `||` as an argument, for no shell runs an exec form
#?> Run it by a shell
#+ HEALTHCHECK CMD ["sh", "-c", "curl -f http://localhost/ || exit 1"]
RUN ["make", ">", "/dev/null", "2>&1"]
#            ^^^ the program gets `>` as an argument, for no shell runs an exec form
#?> Run it by a shell
#+ RUN ["sh", "-c", "make > /dev/null 2>&1"]

#: builtins
FROM debian:12
RUN ["cd", "/app"]
#    ^^^^ `cd` is no program but a part of the shell, which no exec form starts
#?> Run it by a shell
#+ RUN ["sh", "-c", "cd /app"]
RUN ["source", "/app/env", "&&", "make"]
#    ^^^^^^^^ `source` is no program but a part of the shell, which no exec form starts
#?> Run it by a shell
#+ RUN ["sh", "-c", "source /app/env && make"]

#: without a shell to hand it to, and over several lines
FROM gcr.io/distroless/java21
ENTRYPOINT ["java", "$JAVA_OPTS", "-jar", "/app.jar"]
#                   ^^^^^^^^^^^^ nothing replaces the variable in `$JAVA_OPTS`, for no shell runs an exec form
FROM debian:12
ENTRYPOINT ["java", \
  "$JAVA_OPTS", "-jar", "/app.jar"]
# ^^^^^^^^^^^^ nothing replaces the variable in `$JAVA_OPTS`, for no shell runs an exec form

#: a CMD would become its arguments
FROM debian:12
ENTRYPOINT ["java", "$JAVA_OPTS"]
#                   ^^^^^^^^^^^^ nothing replaces the variable in `$JAVA_OPTS`, for no shell runs an exec form
CMD ["-jar", "/app.jar"]

#: an ENTRYPOINT may hand them to a shell
FROM debian:12
ENTRYPOINT ["/entrypoint.sh"]
CMD ["npm start"]

#: a trigger
FROM node:22
ONBUILD RUN ["npm ci"]
#            ^^^^^^^^ there is no program of the name `npm ci`: each word has to be a string of its own
#?> Make each word a string
#+ ONBUILD RUN ["npm", "ci"]

#: what gets a script, or means something else by it
FROM debian:12
CMD ["sh", "-c", "exec node $FILE"]
CMD ["tini", "--", "bash", "-c", "cd /app && $RUN"]
CMD ["awk", "{ print $NF }"]
CMD ["find", "/", "-name", "*.pyc", "-exec", "rm", "{}", ";"]
CMD ["nginx", "-g", "daemon off;"]
CMD ["java", "-cp", "/app/*", "Main"]
CMD ["gunicorn", "-b", "*:80", "a|b", "$2y$10"]
CMD ["echo", "a && b"]
FROM mcr.microsoft.com/windows/servercore:ltsc2022
CMD ["C:\\Program Files\\app.exe run", "$X"]
