#: from above the first FROM, Docker's own, another stage's, and too early
ARG VERSION=1
FROM debian:12 AS build
RUN echo $VERSION $VERSION
#        ^^^^^^^^ `VERSION` has no value here: it is declared above the first `FROM` alone
#?> Declare VERSION before it
#+ ARG VERSION
#+ RUN echo $VERSION $VERSION
RUN curl -fO https://example.com/$TARGETARCH.tar.gz
#                                ^^^^^^^^^^^ `TARGETARCH` has no value here before `ARG TARGETARCH`
#?> Declare TARGETARCH before it
#+ ARG TARGETARCH
#+ RUN curl -fO https://example.com/$TARGETARCH.tar.gz
RUN echo $LATE
#        ^^^^^ `LATE` has no value here: its `ARG` comes further down
ARG LATE=1
ARG OWN=1
FROM debian:12
  RUN <<EOF
echo ${OWN}
#    ^^^^^^ `OWN` has no value here: it is declared in another stage
EOF

#: declared, inherited, or set
ARG VERSION=1
FROM debian:12 AS build
ARG VERSION
RUN echo $VERSION
FROM build
RUN echo $VERSION
FROM debian:12
ENV VERSION=2
RUN echo $VERSION

#: the script sets it, or may
ARG VERSION=1
ARG FILE
FROM debian:12
RUN VERSION=$(cat version) && echo $VERSION
RUN for VERSION in 1 2; do echo $VERSION; done
RUN . /etc/os-release && echo $VERSION
RUN echo ${VERSION:-1}
RUN read -r VERSION < version && echo $VERSION

#: the base image sets it
ARG NODE_VERSION=22
FROM node:${NODE_VERSION}
RUN echo $NODE_VERSION

#: quotes, escapes, exec forms, other shells, and commands of the container
ARG VERSION=1
FROM debian:12
RUN echo '$VERSION' \$VERSION
RUN ["echo", "$VERSION"]
CMD echo $VERSION
FROM mcr.microsoft.com/windows/servercore:ltsc2022
RUN echo $VERSION
FROM debian:12
SHELL ["pwsh", "-c"]
RUN echo $VERSION

#: names that only begin alike, and variables of nobody
ARG VERSION=1
FROM debian:12
RUN echo $VERSION_NUMBER $OTHER
