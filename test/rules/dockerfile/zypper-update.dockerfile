#: all packages, not those that are named
FROM opensuse/leap:15.6
RUN zypper -n up && zypper -n in httpd
#   ^^^^^^^^^^^^ `zypper up` changes packages of the base image, and to other versions with each build
#?> Remove `zypper up`
#+ RUN zypper -n in httpd
RUN zypper patch -y
#   ^^^^^^^^^^^^ `zypper patch` changes packages of the base image, and to other versions with each build
#?> Remove `zypper patch`, lines 3 to 4
#+ RUN zypper -n up httpd
RUN zypper -n up httpd
RUN zypper -n dup
RUN sudo zypper -n up
#        ^^^^^^^^^^^^ `zypper up` changes packages of the base image, and to other versions with each build
