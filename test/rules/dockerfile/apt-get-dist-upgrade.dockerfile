#: all of its names
FROM debian:12
RUN apt-get update && apt-get dist-upgrade -y
#                     ^^^^^^^^^^^^^^^^^^^^ `apt-get dist-upgrade` changes packages of the base image, and to other versions with each build
#?> Remove `apt-get dist-upgrade`
#+ RUN apt-get update
RUN apt update && apt full-upgrade -y && apt install -y curl
#                 ^^^^^^^^^^^^^^^^ `apt full-upgrade` changes packages of the base image, and to other versions with each build
#?> Remove `apt full-upgrade`
#+ RUN apt update && apt install -y curl
RUN apt-get update; (apt-get dist-upgrade -y)
#                    ^^^^^^^^^^^^^^^^^^^^ `apt-get dist-upgrade` changes packages of the base image, and to other versions with each build
RUN apt-get upgrade -y
