#: only the first is reported, for the others follow from it
FROM golang:1.24
WORKDIR src
#       ^^^ `src` is relative to the working directory that `golang:1.24` happens to have
#=> Make it /go/src
#+ WORKDIR /go/src
WORKDIR app

#: an absolute one before, which hadolint does not look at
FROM golang:1.24
WORKDIR /src
WORKDIR app

#: an absolute one in the stage that it begins with
FROM golang:1.24 AS base
WORKDIR /src
FROM base
WORKDIR app

#: an absolute one in another stage does not count
FROM golang:1.24 AS other
WORKDIR /src
FROM golang:1.24
WORKDIR app
#       ^^^ `app` is relative to the working directory that `golang:1.24` happens to have
#=> Make it /go/app
#+ WORKDIR /go/app

#: a relative one in the stage that it begins with has been reported there
FROM golang:1.24 AS base
WORKDIR src
#       ^^^ `src` is relative to the working directory that `golang:1.24` happens to have
#=> Make it /go/src
#+ WORKDIR /go/src
FROM base
WORKDIR app

#: the base image's own directory is known, so the fix is a safe one
FROM golang:1.24
WORKDIR src
#       ^^^ `src` is relative to the working directory that `golang:1.24` happens to have
#=> Make it /go/src
#+ WORKDIR /go/src

#: the base image's own directory is not known
FROM example.com/team/base:1.0
WORKDIR src
#       ^^^ `src` is relative to the working directory that `example.com/team/base:1.0` happens to have
#?> Make it /src
#+ WORKDIR /src

#: from nothing
FROM scratch
WORKDIR src
#       ^^^ `src` is relative to the working directory that `scratch` happens to have
#=> Make it /src
#+ WORKDIR /src

#: Windows
FROM mcr.microsoft.com/windows/servercore:ltsc2022
WORKDIR C:\src
FROM mcr.microsoft.com/windows/servercore:ltsc2022
WORKDIR C:/src

#: a backslash is an escape character, and Docker takes it away
FROM mcr.microsoft.com/windows/servercore:ltsc2022
WORKDIR \src
#       ^^^^ `\src` is relative to the working directory that `mcr.microsoft.com/windows/servercore:ltsc2022` happens to have

#: what is known of an image is known of it on Linux
FROM golang:1.24-windowsservercore-ltsc2022
WORKDIR src
#       ^^^ `src` is relative to the working directory that `golang:1.24-windowsservercore-ltsc2022` happens to have
#?> Make it /src
#+ WORKDIR /src

#: variables
FROM debian:12
ARG NAME=web
WORKDIR $NAME
#       ^^^^^ `$NAME` is relative to the working directory that `debian:12` happens to have

#: variables that make it absolute
FROM debian:12
ENV HOME=/srv
WORKDIR ${HOME}/web

#: variables that are not known
FROM debian:12
ARG NAME
WORKDIR $NAME
FROM debian:12
WORKDIR ${HOME}/web

#: in quotes
FROM debian:12
WORKDIR "my app"
#       ^^^^^^^^ `my app` is relative to the working directory that `debian:12` happens to have
#=> Make it /my app
#+ WORKDIR "/my app"

#: a path upwards is reported and left as it is
FROM debian:12
WORKDIR ../app
#       ^^^^^^ `../app` is relative to the working directory that `debian:12` happens to have
FROM debian:12
WORKDIR ./app
#       ^^^^^ `./app` is relative to the working directory that `debian:12` happens to have

#: mended: a known base
FROM debian:12
WORKDIR app
#       ^^^ `app` is relative to the working directory that `debian:12` happens to have
#=> Make it /app
#+ WORKDIR /app

#: mended: quotes
FROM debian:12
WORKDIR "my app"
#       ^^^^^^^^ `my app` is relative to the working directory that `debian:12` happens to have
#=> Make it /my app
#+ WORKDIR "/my app"

#: no fix: for a variable
FROM a:1
ARG A=b
WORKDIR $A
#       ^^ `$A` is relative to the working directory that `a:1` happens to have

#: no fix: for a path upwards
FROM a:1
WORKDIR ../b
#       ^^^^ `../b` is relative to the working directory that `a:1` happens to have

#: mended: where an image is known to work
FROM golang:1.24
WORKDIR app
#       ^^^ `app` is relative to the working directory that `golang:1.24` happens to have
#=> Make it /go/app
#+ WORKDIR /go/app

#: mended on request: where that is only supposed
FROM team/base:1
WORKDIR app
#       ^^^ `app` is relative to the working directory that `team/base:1` happens to have
#?> Make it /app
#+ WORKDIR /app

#: defaults where they are used
FROM debian:12
ARG NAME
WORKDIR ${NAME:-web}
#       ^^^^^^^^^^^^ `${NAME:-web}` is relative to the working directory that `debian:12` happens to have
FROM debian:12
ARG NAME
WORKDIR ${NAME:-/srv}/web
FROM debian:12
WORKDIR ${HOME:-web}

#: an absolute one in quotes
FROM debian:12
WORKDIR "/srv/my app"
WORKDIR web
FROM debian:12
WORKDIR '/srv'/web
WORKDIR web
