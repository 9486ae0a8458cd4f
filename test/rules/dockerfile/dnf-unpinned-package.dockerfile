#: dnf and its sisters, and modules
FROM fedora:41
RUN dnf install -y httpd-2.4.62 && microdnf install -y tar-1.35
RUN microdnf install -y tar
#                       ^^^ `tar` is installed in whatever version there is on the day of the build
RUN dnf module install -y nodejs
#                         ^^^^^^ `nodejs` is installed in whatever version there is on the day of the build
RUN dnf module install -y nodejs:20
RUN tdnf install -y nginx
#                   ^^^^^ `nginx` is installed in whatever version there is on the day of the build
