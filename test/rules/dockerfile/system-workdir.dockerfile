#: each of them, and folders below
FROM debian:12
WORKDIR /proc
#       ^^^^^ the working directory lies in `/proc`, which is not for files of an image
WORKDIR /sys/fs/cgroup
#       ^^^^^^^^^^^^^^ the working directory lies in `/sys`, which is not for files of an image
WORKDIR "/dev/app"
#       ^^^^^^^^^^ the working directory lies in `/dev`, which is not for files of an image
WORKDIR /boot/
#       ^^^^^^ the working directory lies in `/boot`, which is not for files of an image
WORKDIR /lost+found
#       ^^^^^^^^^^^ the working directory lies in `/lost+found`, which is not for files of an image

#: on the way there
FROM debian:12
WORKDIR /proc
#       ^^^^^ the working directory lies in `/proc`, which is not for files of an image
WORKDIR self
#       ^^^^ the working directory lies in `/proc`, which is not for files of an image
WORKDIR ../../srv

#: a variable
FROM debian:12
ARG HOME_OF_APP=/dev/app
WORKDIR $HOME_OF_APP
#       ^^^^^^^^^^^^ the working directory lies in `/dev`, which is not for files of an image

#: names that only begin so, and memory
FROM debian:12
WORKDIR /development
WORKDIR /processes/dev
WORKDIR /dev/shm/app
WORKDIR $UNKNOWN/proc
