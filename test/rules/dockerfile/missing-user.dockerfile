#: another user, by name or number
FROM python:3.13
USER web
CMD ["python", "app.py"]

#: root by its names
FROM python:3.13
USER web
USER root
#    ^^^^ the last `USER` is `root`, so the container runs as root
CMD ["python", "app.py"]

#: root by its number, with a group
FROM python:3.13
USER 0:0
#    ^^^ the last `USER` is `0:0`, so the container runs as root
CMD ["python", "app.py"]

#: only the last USER of the last stage counts, where hadolint looks at every stage
FROM golang:1.24 AS compile
USER root
RUN go build
FROM debian:12
USER root
RUN useradd web
USER web
COPY --from=compile /app /app
CMD ["/app"]

#: a user from the stage that it begins with
FROM python:3.13 AS base
USER web
FROM base
CMD ["python", "app.py"]

#: a variable with a value, and one without
FROM python:3.13
ARG NAME=root
USER $NAME
#    ^^^^^ the last `USER` is `$NAME`, so the container runs as root
CMD ["python", "app.py"]

#: a variable without a value
FROM python:3.13
ARG NAME
USER $NAME
CMD ["python", "app.py"]

#: base images that run as somebody else
FROM gcr.io/distroless/static-debian12:nonroot
ENTRYPOINT ["/app"]

#: nginx that needs no root
FROM nginxinc/nginx-unprivileged:1.27
CMD ["nginx", "-g", "daemon off;"]

#: Chainguard's images
FROM cgr.dev/chainguard/python:latest
CMD ["app.py"]

#: Bitnami's images
FROM bitnami/postgresql:16
CMD ["/run.sh"]

#: Jenkins
FROM jenkins/jenkins:lts
ENTRYPOINT ["jenkins.sh"]

#: .NET's chiseled images run as app, the others as root
FROM mcr.microsoft.com/dotnet/aspnet:8.0-noble-chiseled
ENTRYPOINT ["dotnet", "web.dll"]

#: .NET's other images have the user
FROM mcr.microsoft.com/dotnet/aspnet:8.0
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `mcr.microsoft.com/dotnet/aspnet:8.0` runs as root, and no `USER` changes that
#?> Run as the image's user app, line 2
#+ USER app
#+ ENTRYPOINT ["dotnet", "web.dll"]
ENTRYPOINT ["dotnet", "web.dll"]

#: .NET's older images do not have it
FROM mcr.microsoft.com/dotnet/aspnet:6.0
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `mcr.microsoft.com/dotnet/aspnet:6.0` runs as root, and no `USER` changes that
ENTRYPOINT ["dotnet", "web.dll"]

#: distroless runs as root where it does not say otherwise
FROM gcr.io/distroless/base-debian12
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `gcr.io/distroless/base-debian12` runs as root, and no `USER` changes that
ENTRYPOINT ["/app"]

#: images whose entry point gives up root
FROM postgres:16
CMD ["postgres", "-c", "log_statement=all"]

#: servers that give up root by themselves
FROM debian:12
CMD ["nginx", "-g", "daemon off;"]

#: services
FROM debian:12
ENTRYPOINT ["/sbin/tini", "--", "/usr/sbin/sshd", "-D"]

#: a tool that gives up root
FROM debian:12
RUN apt-get update && apt-get install -y gosu && rm -rf /var/lib/apt/lists/*
ENTRYPOINT ["/entrypoint.sh"]

#: a tool that is copied
FROM debian:12
COPY --from=tianon/gosu /usr/local/bin/gosu /usr/local/bin/
ENTRYPOINT ["/entrypoint.sh"]

#: a script that is written here
FROM debian:12
COPY <<EOF /start.sh
#!/bin/sh
exec su-exec web "$@"
EOF
CMD ["sh", "/start.sh"]

#: a tool, and a program that nobody knows
FROM debian:12
RUN apt-get update && apt-get install -y gosu && rm -rf /var/lib/apt/lists/*
ENTRYPOINT ["/with-user", "/app/web"]

#: an array but for a mistake
FROM debian:12
CMD ['supervisord']

#: an account, and a program that nobody knows
FROM debian:12
#    ^^^^^^^^^ `debian:12` runs as root, and no `USER` changes that
RUN useradd --system web
ENTRYPOINT ["tini", "--", "/app/web"]

#: an account for a script
FROM debian:12
RUN useradd --system web
ENTRYPOINT ["/docker-entrypoint.sh"]
CMD ["app"]

#: the tool starts the program
FROM debian:12
ENTRYPOINT ["gosu", "web", "/app/run"]

#: within another, in shell form
FROM debian:12
CMD exec setpriv --reuid=web /app/run

#: a program that is told whom to run as
FROM python:3.13
CMD ["uwsgi", "--uid=web", "app.ini"]

#: a tool that is there, and nobody uses it
FROM python:3.13
#    ^^^^^^^^^^^ `python:3.13` runs as root, and no `USER` changes that
RUN apt-get update && apt-get install -y gosu && rm -rf /var/lib/apt/lists/*
CMD ["python", "app.py"]

#: a tool that only a comment or an option speaks of
# runs without gosu
FROM debian:12
#    ^^^^^^^^^ `debian:12` runs as root, and no `USER` changes that
RUN ./configure --without-gosu # not su-exec
ENTRYPOINT ["/entrypoint.sh"]

#: a tool in another stage
FROM debian:12 AS tools
RUN apt-get update && apt-get install -y gosu && rm -rf /var/lib/apt/lists/*
FROM debian:12
#    ^^^^^^^^^ `debian:12` runs as root, and no `USER` changes that
ENTRYPOINT ["/entrypoint.sh"]

#: an ENTRYPOINT drops the CMD from below
FROM debian:12 AS base
CMD ["nginx", "-g", "daemon off;"]
FROM base
#    ^^^^ the last stage runs as root, and no `USER` changes that
ENTRYPOINT ["/app/web"]

#: an ENTRYPOINT in shell form ignores the CMD
FROM debian:12
#    ^^^^^^^^^ `debian:12` runs as root, and no `USER` changes that
ENTRYPOINT /app/web
CMD ["nginx"]

#: root in quotes
FROM python:3.13
USER "root"
#    ^^^^^^ the last `USER` is `root`, so the container runs as root
CMD ["python", "app.py"]

#: root by another number
FROM python:3.13
USER 00
#    ^^ the last `USER` is `00`, so the container runs as root
CMD ["python", "app.py"]

#: root by a default
FROM python:3.13
ARG NAME
USER ${NAME:-root}:web
#    ^^^^^^^^^^^^^^^^^ the last `USER` is `${NAME:-root}:web`, so the container runs as root
CMD ["python", "app.py"]

#: an image in quotes
FROM "python:3.13"
#    ^^^^^^^^^^^^^ `python:3.13` runs as root, and no `USER` changes that
CMD ["python", "app.py"]

#: Windows without Windows in its name
FROM mcr.microsoft.com/dotnet/framework/aspnet:4.8
USER root
CMD ["cmd"]

#: the backtick says nothing of Windows
# escape=`
FROM python:3.13
#    ^^^^^^^^^^^ `python:3.13` runs as root, and no `USER` changes that
CMD ["python", "app.py"]

#: an image that nothing is known of
FROM example.com/team/base:1.0
CMD ["run"]

#: an image that a variable names
ARG BASE
FROM $BASE
CMD ["run"]

#: a default that names it
ARG BASE=python:3.13
FROM $BASE
#    ^^^^^ `$BASE` runs as root, and no `USER` changes that
CMD ["python"]

#: an image that starts nothing is for others to build on
FROM debian:12
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*

#: files for others to take
FROM scratch
COPY app /

#: an image of nothing but a program
FROM scratch
#    ^^^^^^^ `scratch` runs as root, and no `USER` changes that
COPY app /
ENTRYPOINT ["/app"]

#: a server that the base image starts
FROM tomcat:10.1
#    ^^^^^^^^^^^ `tomcat:10.1` runs as root, and no `USER` changes that
COPY web.war /usr/local/tomcat/webapps/

#: a command from the stage that it begins with
FROM python:3.13 AS base
CMD ["python", "app.py"]
FROM base
#    ^^^^ the last stage runs as root, and no `USER` changes that
COPY . .

#: the user goes before the command, and after all that builds
FROM node:22
#    ^^^^^^^ `node:22` runs as root, and no `USER` changes that
#?> Run as the image's user node, line 3
#+ USER node
#+ ENTRYPOINT ["docker-entrypoint.sh"]
COPY . .
ENTRYPOINT ["docker-entrypoint.sh"]
# the server
CMD ["node", "server.js"]

#: no fix where the command does not come last
FROM node:22
#    ^^^^^^^ `node:22` runs as root, and no `USER` changes that
CMD ["node", "server.js"]
RUN npm ci

#: images to work in
FROM mcr.microsoft.com/devcontainers/python:3.13
CMD ["sleep", "infinity"]

#: Windows
FROM mcr.microsoft.com/windows/servercore:ltsc2022
CMD ["cmd"]

#: no stage
ARG BASE=debian

#: no fix: for an image without a user of its own
FROM python:3.13
#    ^^^^^^^^^^^ `python:3.13` runs as root, and no `USER` changes that
CMD ["a"]

#: no fix: where the command does not come last
FROM node:22
#    ^^^^^^^ `node:22` runs as root, and no `USER` changes that
CMD ["a"]
RUN b

#: no fix: for root on purpose
FROM node:22
USER root
#    ^^^^ the last `USER` is `root`, so the container runs as root
CMD ["a"]

#: mended: before the commands at the end
FROM node:22
#    ^^^^^^^ `node:22` runs as root, and no `USER` changes that
#?> Run as the image's user node, line 3
#+ USER node
#+ ENTRYPOINT ["a"]
COPY . .
ENTRYPOINT ["a"]
# why
CMD ["b"]

#: mended: with Windows line ends
FROM node:22
#    ^^^^^^^ `node:22` runs as root, and no `USER` changes that
#?> Run as the image's user node, line 2
#+ USER node
#+ CMD ["b"]
CMD ["b"]

#: to hadolint blanks belong to the name {"usersOnly": true}
FROM debian:12
USER root 
#    ^^^^ the last `USER` is `root`, so the container runs as root
CMD ["web"]
