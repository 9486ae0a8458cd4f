#: names, with a group or in a variable of the image
FROM debian:12
RUN useradd -m -u 10001 app && adduser --uid 1002 --disabled-password web
ENV NAME=app
USER app
#    ^^^ nobody can tell from `app` that it is not root
#?> Give the number `10001`
#+ USER 10001
USER app:app
#    ^^^^^^^ nobody can tell from `app` that it is not root
#?> Give the number `10001`
#+ USER 10001:app
USER web
#    ^^^ nobody can tell from `web` that it is not root
#?> Give the number `1002`
#+ USER 1002
USER $NAME
#    ^^^^^ nobody can tell from `app` that it is not root
USER www-data
#    ^^^^^^^^ nobody can tell from `www-data` that it is not root

#: numbers, root, and what a build is given
FROM debian:12
ARG NAME=app
USER 10001
USER "1000"
USER 10001:app
USER root
USER 0
USER $NAME
USER ${OTHER}

#: root as well {"root": true}
FROM debian:12
USER root
#    ^^^^ nobody can tell from `root` that it is not root
