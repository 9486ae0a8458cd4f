#: both names
FROM opensuse/tumbleweed
RUN zypper -n dist-upgrade && zypper -n in httpd
#   ^^^^^^^^^^^^^^^^^^^^^^ `zypper dist-upgrade` changes packages of the base image, and to other versions with each build
#?> Remove `zypper dist-upgrade`
#+ RUN zypper -n in httpd
RUN zypper dup -y
#   ^^^^^^^^^^ `zypper dup` changes packages of the base image, and to other versions with each build
#?> Remove `zypper dup`, lines 3 to 4
#+ RUN zypper -n up
RUN zypper -n up
RUN sudo zypper -n dup
#        ^^^^^^^^^^^^^ `zypper dup` changes packages of the base image, and to other versions with each build
