#: whatever compares is a version
FROM opensuse/leap:15.6
RUN zypper -n in httpd=2.4.58 "curl>=8" local.rpm
RUN zypper -n in httpd
#                ^^^^^ `httpd` is installed in whatever version there is on the day of the build
RUN zypper -n in -t pattern devel_basis
RUN zypper -n up httpd
