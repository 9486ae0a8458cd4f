#: dnf and tdnf ask
FROM fedora:41
RUN dnf install httpd
#   ^^^^^^^^^^^ `dnf install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN dnf install -y httpd
RUN dnf5 upgrade
#   ^^^^^^^^^^^^ `dnf upgrade` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN dnf5 upgrade -y
RUN tdnf install httpd
#   ^^^^^^^^^^^^ `tdnf install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN tdnf install -y httpd
RUN dnf install -y httpd && dnf module enable -y nodejs:20
RUN sudo dnf -q install httpd; true
#        ^^^^^^^^^^^^^^ `dnf install` asks whether to go on, and a build cannot answer
#?> Answer yes with `-y`
#+ RUN sudo dnf -q install -y httpd; true

#: microdnf takes every answer for a yes
FROM registry.access.redhat.com/ubi9/ubi-minimal
RUN microdnf install tar

#: a here document, and an exec form
FROM fedora:41
RUN <<EOF
dnf install httpd
#^^^^^^^^^^ `dnf install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ dnf install -y httpd
EOF
RUN ["dnf", "install", "httpd"]
#    ^^^^^^^^^^^^^^^^ `dnf install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN ["dnf", "install", "-y", "httpd"]
