#: dnf, under each of its names
FROM fedora:41
RUN dnf -y install httpd
#   ^^^^^^^^^^^^^^ `dnf install` leaves what it has downloaded in the image
#=> Run `dnf clean all` in the same `RUN`
#+ RUN dnf -y install httpd && dnf clean all
RUN dnf5 -y install httpd
#   ^^^^^^^^^^^^^^^ `dnf install` leaves what it has downloaded in the image
#=> Run `dnf clean all` in the same `RUN`
#+ RUN dnf5 -y install httpd && dnf clean all
RUN tdnf install -y httpd
#   ^^^^^^^^^^^^ `tdnf install` leaves what it has downloaded in the image
#=> Run `tdnf clean all` in the same `RUN`
#+ RUN tdnf install -y httpd && tdnf clean all
RUN dnf -y module install nodejs:20
#   ^^^^^^^^^^^^^ `dnf module` leaves what it has downloaded in the image
#=> Run `dnf clean all` in the same `RUN`
#+ RUN dnf -y module install nodejs:20 && dnf clean all
RUN dnf -y install httpd && dnf clean all && dnf -y install git
#                                            ^^^^^^^^^^^^^^ `dnf install` leaves what it has downloaded in the image
#=> Run `dnf clean all` in the same `RUN`
#+ RUN dnf -y install httpd && dnf clean all && dnf -y install git && dnf clean all
RUN dnf -y install httpd && rm -rf /var/cache/libdnf5
RUN dnf -y install httpd && yum clean all
RUN dnf -y remove httpd

#: in a here document, and in an exec form
FROM fedora:41
RUN <<EOF
set -e
dnf -y install httpd
#^^^^^^^^^^^^^ `dnf install` leaves what it has downloaded in the image
#=> Run `dnf clean all` in the same `RUN`, line 5
#+ dnf clean all
#+ EOF
EOF
RUN ["dnf", "-y", "install", "httpd"]
#    ^^^^^^^^^^^^^^^^^^^^^^ `dnf install` leaves what it has downloaded in the image
