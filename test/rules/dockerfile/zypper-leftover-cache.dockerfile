#: both names of the command
FROM opensuse/leap:15.6
RUN zypper -n in httpd
#   ^^^^^^^^^^^^ `zypper in` leaves what it has downloaded in the image
#=> Run `zypper clean --all` in the same `RUN`
#+ RUN zypper -n in httpd && zypper clean --all
RUN zypper -n in httpd && zypper clean
RUN zypper -n in httpd && zypper cc -a
RUN zypper -n in httpd && rm -rf /var/cache/zypp
RUN zypper -n dup
#   ^^^^^^^^^^^^^ `zypper dup` leaves what it has downloaded in the image
#=> Run `zypper clean --all` in the same `RUN`
#+ RUN zypper -n dup && zypper clean --all
RUN zypper refresh
RUN --mount=type=cache,target=/var/cache/zypp zypper -n in httpd
RUN zypper -n in httpd; exit
#   ^^^^^^^^^^^^ `zypper in` leaves what it has downloaded in the image
