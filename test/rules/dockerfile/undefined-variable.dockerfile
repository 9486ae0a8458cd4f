#: an argument from above, and Docker's own
ARG VERSION=1.2
FROM debian:12 AS build
  LABEL version=$VERSION arch=${TARGETARCH}
#               ^^^^^^^^ `VERSION` is declared above the first `FROM` alone, and has no value in this stage
#?> Declare VERSION before it
#+   ARG VERSION
#+   LABEL version=$VERSION arch=${TARGETARCH}
#                             ^^^^^^^^^^^^^ `TARGETARCH` has no value in this stage before `ARG TARGETARCH`
#?> Declare TARGETARCH before it
#+   ARG TARGETARCH
#+   LABEL version=$VERSION arch=${TARGETARCH}
  ARG VERSION
  LABEL version=$VERSION
FROM build
LABEL version=$VERSION

#: a name that is spelt much the same, whatever the base image
FROM example.com/base:1
ENV APP_HOME=/opt/app
WORKDIR $APP_HOEM
#       ^^^^^^^^^ nothing sets `APP_HOEM`, but `APP_HOME`
#?> Change it to APP_HOME
#+ WORKDIR $APP_HOME
COPY --chown=$APP_USER . ${APP_HME}
#                        ^^^^^^^^^^ nothing sets `APP_HME`, but `APP_HOME`
#?> Change it to APP_HOME
#+ COPY --chown=$APP_USER . ${APP_HOME}

#: an image that sets nothing, and one that sets something
FROM debian:12
ENV DATA=$ROOT/data GOPATH=$HOME/go
#        ^^^^^ nothing sets `ROOT`, so nothing stands in its place
#                          ^^^^^ nothing sets `HOME`, so nothing stands in its place
FROM golang:1.24
ENV DATA=$GOPATH/data
FROM node:22
LABEL node=$NODE_VERSION

#: nobody knows the image, and a variable may name it
FROM example.com/base:1
WORKDIR $APP_HOME
ARG BASE
FROM $BASE
WORKDIR $APP_HOME

#: what is added to an old value, has a value of its own, is quoted or escaped, or is for a shell
FROM debian:12
ENV LD_LIBRARY_PATH=/opt/lib:$LD_LIBRARY_PATH
ENV PATH=/opt/bin:$PATH
WORKDIR ${ROOT:-/srv}
LABEL usage='docker run $IMAGE' other="\$IMAGE"
RUN echo $ANYTHING
EXPOSE $PORT
ARG PORT=${PORT:-80}

#: where every name counts {"everyName": true}
FROM example.com/base:1
WORKDIR $APP_HOME
#       ^^^^^^^^^ nothing sets `APP_HOME`, so nothing stands in its place
ENV LD_LIBRARY_PATH=/opt/lib:$LD_LIBRARY_PATH
#                            ^^^^^^^^^^^^^^^^ nothing sets `LD_LIBRARY_PATH`, so nothing stands in its place
WORKDIR ${ROOT:-/srv}
#       ^^^^^^^^^^^^^ nothing sets `ROOT`, so nothing stands in its place
ENV VERSION=${VERSION} SAME=$VERSION
#           ^^^^^^^^^^ nothing sets `VERSION`, so nothing stands in its place
RUN --mount=type=cache,target=$CACHE true
#                             ^^^^^^ nothing sets `CACHE`, so nothing stands in its place
ONBUILD WORKDIR $LATER
COPY <<EOF /a
#    ^^^^^ nothing sets `1`, so nothing stands in its place
$WORD $1
#^^^^ nothing sets `WORD`, so nothing stands in its place
EOF

#: a variable decides which stage it is built on {"everyName": true}
FROM debian:12 AS base-amd64
ARG SUFFIX=
FROM debian:12 AS base-arm64
ARG SUFFIX=-aarch64
FROM base-$TARGETARCH
ARG URL=https://example.com/web$SUFFIX
FROM other-$TARGETARCH
ARG URL=https://example.com/web$SUFFIX
#                              ^^^^^^^ nothing sets `SUFFIX`, so nothing stands in its place

#: but not one that has no value {"everyName": true}
ARG VARIANT
FROM debian:12 AS base-one
ARG SUFFIX=
FROM base-$VARIANT
ARG URL=https://example.com/web$SUFFIX
#                              ^^^^^^^ nothing sets `SUFFIX`, so nothing stands in its place
