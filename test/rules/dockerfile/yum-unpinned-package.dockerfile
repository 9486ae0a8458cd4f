#: what looks like a version, and groups, files and links
FROM centos:7
RUN yum install -y httpd-2.4.6 java-1.8.0-openjdk @development https://example.com/a.rpm ./a.rpm
RUN yum install -y httpd
#                  ^^^^^ `httpd` is installed in whatever version there is on the day of the build
RUN yum install -y python36 gcc-c++ httpd-2.4.6
#                  ^^^^^^^^ `python36` and 1 more are installed in whatever version there is on the day of the build
RUN yum install -y httpd-$VERSION
RUN yum groupinstall -y "Development Tools" && yum update -y httpd

#: to hadolint a variable that is declared tells a version {"everyOperand": true, "unknownNames": true}
FROM rockylinux:9
ARG VERSION
ENV MAJOR=1
RUN yum install -y httpd-$VERSION my-web${MAJOR} "nginx-$VERSION"
RUN yum install -y httpd-$UNKNOWN
#                  ^^^^^^^^^^^^^^ `httpd-$UNKNOWN` is installed in whatever version there is on the day of the build
RUN yum install -y httpd$VERSION
#                  ^^^^^^^^^^^^^ `httpd$VERSION` is installed in whatever version there is on the day of the build
