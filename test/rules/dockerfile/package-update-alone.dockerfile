#: the next RUN's comment stays
FROM debian:12
RUN apt-get update
#   ^^^^^^^^^^^^^^ `apt-get update` in a `RUN` of its own is cached, and what is installed later gets an old index
#?> Join it with the next `RUN`, lines 2 to 5
#+ RUN apt-get update \
#+ # what we need
#+  && apt-get install -y curl \

# what we need
RUN apt-get install -y curl \
 && rm -rf /var/lib/apt/lists/*

#: with what prepares and tidies
FROM debian:12
RUN dpkg --add-architecture i386 && apt-get update && rm -rf /tmp/*
#                                   ^^^^^^^^^^^^^^ `apt-get update` in a `RUN` of its own is cached, and what is installed later gets an old index
RUN curl -fsSL https://example.com/key.asc | gpg --dearmor -o /usr/share/keyrings/web.gpg && apt-get -qq update
#                                                                                            ^^^^^^^^^^^^^^^^^^ `apt-get update` in a `RUN` of its own is cached, and what is installed later gets an old index

#: a script may well install something
FROM debian:12
RUN apt-get update && ./install.sh
RUN apt-get update && npx playwright install-deps

#: an upgrade uses the index
FROM debian:12
RUN apt-get update && apt-get upgrade -y
RUN apk update && apk upgrade

#: other package managers
FROM alpine:3.20
RUN apk update
#   ^^^^^^^^^^ `apk update` in a `RUN` of its own is cached, and what is installed later gets an old index
#?> Join it with the next `RUN`, lines 2 to 3
#+ RUN apk update \
#+  && apk add curl
RUN apk add curl

#: openSUSE
FROM opensuse/leap:15.6
RUN zypper --non-interactive refresh
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `zypper refresh` in a `RUN` of its own is cached, and what is installed later gets an old index
#?> Join it with the next `RUN`, lines 2 to 3
#+ RUN zypper --non-interactive refresh \
#+  && zypper --non-interactive install curl
RUN zypper --non-interactive install curl

#: for yum and dnf, update means upgrade, and makecache is the index
FROM fedora:40
RUN dnf update -y
RUN yum -y update
RUN dnf makecache
#   ^^^^^^^^^^^^^ `dnf makecache` in a `RUN` of its own is cached, and what is installed later gets an old index
#?> Join it with the next `RUN`, lines 4 to 5
#+ RUN dnf makecache \
#+  && dnf install -y curl
RUN dnf install -y curl

#: not joined with commands that go on after a failure
FROM debian:12
RUN apt-get update
#   ^^^^^^^^^^^^^^ `apt-get update` in a `RUN` of its own is cached, and what is installed later gets an old index
RUN set -eux; apt-get install -y curl; rm -rf /var/lib/apt/lists/*

#: not joined where the update is in a cache
FROM debian:12
RUN --mount=type=cache,target=/var/lib/apt apt-get update
#                                          ^^^^^^^^^^^^^^ `apt-get update` in a `RUN` of its own is cached, and what is installed later gets an old index
RUN --mount=type=cache,target=/var/lib/apt apt-get install -y curl

#: not joined over another instruction
FROM debian:12
RUN apt-get update
#   ^^^^^^^^^^^^^^ `apt-get update` in a `RUN` of its own is cached, and what is installed later gets an old index
ENV LANG=C.UTF-8
RUN apt-get install -y curl

#: not joined where the line has a comment
FROM debian:12
RUN apt-get update # the index
#   ^^^^^^^^^^^^^^ `apt-get update` in a `RUN` of its own is cached, and what is installed later gets an old index
RUN apt-get install -y curl

#: in a here document
FROM debian:12
RUN <<EOF
set -e
apt-get update
#^^^^^^^^^^^^^ `apt-get update` in a `RUN` of its own is cached, and what is installed later gets an old index
EOF

#: in a trigger
FROM debian:12
ONBUILD RUN apt-get update
#           ^^^^^^^^^^^^^^ `apt-get update` in a `RUN` of its own is cached, and what is installed later gets an old index

#: other programs that update
FROM debian:12
RUN update-ca-certificates && git submodule update

#: mended: over empty lines and comments
FROM debian:12
RUN apt-get update
#   ^^^^^^^^^^^^^^ `apt-get update` in a `RUN` of its own is cached, and what is installed later gets an old index
#?> Join it with the next `RUN`, lines 2 to 6
#+ RUN apt-get update \
#+ # why
#+  && apt-get install -y x

# why

RUN apt-get install -y x

#: mended: with Windows line ends
FROM debian:12
RUN apk update
#   ^^^^^^^^^^ `apk update` in a `RUN` of its own is cached, and what is installed later gets an old index
#?> Join it with the next `RUN`, lines 2 to 3
#+ RUN apk update \
#+  && apk add x
RUN apk add x

#: an update and a clean-up are one problem
FROM debian:12
RUN apt-get update && apt-get clean
#   ^^^^^^^^^^^^^^ `apt-get update` in a `RUN` of its own is cached, and what is installed later gets an old index
RUN apt-get update && rm -rf /var/lib/apt/lists/*
#   ^^^^^^^^^^^^^^ `apt-get update` in a `RUN` of its own is cached, and what is installed later gets an old index
RUN apk update && rm -rf /var/cache/apk/*
#   ^^^^^^^^^^ `apk update` in a `RUN` of its own is cached, and what is installed later gets an old index

#: words are no installation
FROM debian:12
RUN apt-get update && echo "now install curl"
#   ^^^^^^^^^^^^^^ `apt-get update` in a `RUN` of its own is cached, and what is installed later gets an old index
RUN apt-get update # and install later
#   ^^^^^^^^^^^^^^ `apt-get update` in a `RUN` of its own is cached, and what is installed later gets an old index
RUN apt-get update && mkdir -p /opt/ install
#   ^^^^^^^^^^^^^^ `apt-get update` in a `RUN` of its own is cached, and what is installed later gets an old index

#: more package managers
FROM archlinux
RUN pacman -Sy
#   ^^^^^^^^^^ `pacman -Sy` in a `RUN` of its own is cached, and what is installed later gets an old index
RUN pacman -Sy --noconfirm && rm -rf /tmp/*
#   ^^^^^^^^^^ `pacman -Sy` in a `RUN` of its own is cached, and what is installed later gets an old index
RUN pacman --sync --refresh
#   ^^^^^^^^^^^^^ `pacman --sync` in a `RUN` of its own is cached, and what is installed later gets an old index
#?> Join it with the next `RUN`, lines 4 to 5
#+ RUN pacman --sync --refresh \
#+  && pacman -Syu --noconfirm
RUN pacman -Syu --noconfirm
RUN pacman -Sy --noconfirm git
RUN tdnf makecache
#   ^^^^^^^^^^^^^^ `tdnf makecache` in a `RUN` of its own is cached, and what is installed later gets an old index
RUN opkg update
#   ^^^^^^^^^^^ `opkg update` in a `RUN` of its own is cached, and what is installed later gets an old index
RUN nala update
#   ^^^^^^^^^^^ `nala update` in a `RUN` of its own is cached, and what is installed later gets an old index
RUN emerge --sync
#   ^^^^^^^^^^^^^ `emerge --sync` in a `RUN` of its own is cached, and what is installed later gets an old index
RUN emerge --sync && emerge dev-vcs/git
RUN emerge-webrsync
#   ^^^^^^^^^^^^^^^ `emerge-webrsync` in a `RUN` of its own is cached, and what is installed later gets an old index
RUN emaint sync -a
#   ^^^^^^^^^^^ `emaint sync` in a `RUN` of its own is cached, and what is installed later gets an old index
RUN xbps-install -S
#   ^^^^^^^^^^^^^^^ `xbps-install -S` in a `RUN` of its own is cached, and what is installed later gets an old index
RUN zypper ref
#   ^^^^^^^^^^ `zypper ref` in a `RUN` of its own is cached, and what is installed later gets an old index
RUN microdnf makecache
#   ^^^^^^^^^^^^^^^^^^ `microdnf makecache` in a `RUN` of its own is cached, and what is installed later gets an old index
RUN dnf5 makecache
#   ^^^^^^^^^^^^^^ `dnf5 makecache` in a `RUN` of its own is cached, and what is installed later gets an old index

#: however it is called
FROM debian:12
RUN apt-get	update
#   ^^^^^^^	^^^^^^ `apt-get update` in a `RUN` of its own is cached, and what is installed later gets an old index
RUN "apt-get" update
#   ^^^^^^^^^^^^^^^^ `apt-get update` in a `RUN` of its own is cached, and what is installed later gets an old index
RUN sudo apt-get update
#        ^^^^^^^^^^^^^^ `apt-get update` in a `RUN` of its own is cached, and what is installed later gets an old index
RUN sh -c 'apt-get update'
#          ^^^^^^^^^^^^^^ `apt-get update` in a `RUN` of its own is cached, and what is installed later gets an old index
RUN eval apt-get update
#        ^^^^^^^^^^^^^^ `apt-get update` in a `RUN` of its own is cached, and what is installed later gets an old index
RUN ["apt-get", "update"]
#    ^^^^^^^^^^^^^^^^^^^ `apt-get update` in a `RUN` of its own is cached, and what is installed later gets an old index
RUN flock /tmp/lock apt-get update
#                   ^^^^^^^^^^^^^^ `apt-get update` in a `RUN` of its own is cached, and what is installed later gets an old index

#: an update that installs
FROM debian:13
RUN apt-get install --update -y curl
RUN apt-get upgrade -U -y

#: what may install
FROM debian:12
RUN apt-get update && make install
RUN apt-get update && python setup.py
RUN apt-get update && $INSTALL
RUN apt-get update && curl https://example.com | bash
RUN apt-get update && ./mkdir

#: what `xargs` brings along is installed
FROM archlinux:base
RUN xargs pacman -Sy --noconfirm < packages
RUN pacman -Sy --noconfirm < answers
#   ^^^^^^^^^^ `pacman -Sy` in a `RUN` of its own is cached, and what is installed later gets an old index
