#: among other commands, and alone
FROM debian:12
RUN apt-get update && apt-get upgrade -y && apt-get install -y curl
#                     ^^^^^^^^^^^^^^^ `apt-get upgrade` changes packages of the base image, and to other versions with each build
#?> Remove `apt-get upgrade`
#+ RUN apt-get update && apt-get install -y curl
RUN apt-get update \
 && apt-get install -y curl \
 && apt-get -y upgrade
#   ^^^^^^^^^^^^^^^^^^ `apt-get upgrade` changes packages of the base image, and to other versions with each build
#?> Remove `apt-get upgrade`, lines 4 to 5
#+  && apt-get install -y curl
RUN apt-get upgrade -y
#   ^^^^^^^^^^^^^^^ `apt-get upgrade` changes packages of the base image, and to other versions with each build
#?> Remove `apt-get upgrade`, lines 6 to 7

#: where it cannot be taken out
FROM debian:12
RUN apt-get update && DEBIAN_FRONTEND=noninteractive apt-get upgrade -y
#                                                    ^^^^^^^^^^^^^^^ `apt-get upgrade` changes packages of the base image, and to other versions with each build
RUN apt-get update && apt-get upgrade -y | tee log
#                     ^^^^^^^^^^^^^^^ `apt-get upgrade` changes packages of the base image, and to other versions with each build
RUN apt-get update \
 && apt-get upgrade -y \
#   ^^^^^^^^^^^^^^^ `apt-get upgrade` changes packages of the base image, and to other versions with each build
 # the tools
 && apt-get install -y curl
RUN if true; then apt-get upgrade -y; fi
#                 ^^^^^^^^^^^^^^^ `apt-get upgrade` changes packages of the base image, and to other versions with each build
RUN ["apt-get", "upgrade", "-y"]
#    ^^^^^^^^^^^^^^^^^^^^ `apt-get upgrade` changes packages of the base image, and to other versions with each build

#: other front ends; the distribution is another rule's, a named package nobody's
FROM debian:12
RUN apt update && apt upgrade -y && apt install -y curl
#                 ^^^^^^^^^^^ `apt upgrade` changes packages of the base image, and to other versions with each build
#?> Remove `apt upgrade`
#+ RUN apt update && apt install -y curl
RUN aptitude safe-upgrade -y
#   ^^^^^^^^^^^^^^^^^^^^^ `aptitude safe-upgrade` changes packages of the base image, and to other versions with each build
#?> Remove `aptitude safe-upgrade`, lines 3 to 4
#+ RUN apt-get dist-upgrade -y
RUN apt-get dist-upgrade -y
RUN apt-get install --only-upgrade -y curl

#: in a here document
FROM debian:12
RUN <<EOF
set -e
apt-get update
apt-get upgrade -y
#^^^^^^^^^^^^^^ `apt-get upgrade` changes packages of the base image, and to other versions with each build
#?> Remove `apt-get upgrade`, lines 5 to 6
#+ apt-get install -y curl
apt-get install -y curl
EOF
