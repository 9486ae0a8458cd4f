#: what tidies up, and what does not
FROM centos:7
RUN yum install -y httpd
#   ^^^^^^^^^^^ `yum install` leaves what it has downloaded in the image
#=> Run `yum clean all` in the same `RUN`
#+ RUN yum install -y httpd && yum clean all
RUN yum install -y httpd && yum clean all
RUN yum install -y httpd && rm -rf /var/cache/yum
RUN yum install -y httpd && rm -rf /var/cache/yum/* /tmp/*
RUN yum install -y httpd && dnf clean all
RUN yum clean all && yum -y update
#                    ^^^^^^^^^^^^^ `yum update` leaves what it has downloaded in the image
#=> Run `yum clean all` in the same `RUN`
#+ RUN yum clean all && yum -y update && yum clean all
RUN --mount=type=cache,target=/var/cache/yum yum install -y httpd
RUN --mount=type=cache,target=/var/cache yum install -y httpd
RUN yum install -y --installroot /mnt httpd
RUN yum makecache

#: with the rights that the installation has, and where nothing can be added
FROM centos:7
RUN sudo yum install -y httpd
#        ^^^^^^^^^^^ `yum install` leaves what it has downloaded in the image
#=> Run `yum clean all` in the same `RUN`
#+ RUN sudo yum install -y httpd && sudo yum clean all
RUN yum install -y httpd; exit 0
#   ^^^^^^^^^^^ `yum install` leaves what it has downloaded in the image
USER app
RUN yum install -y httpd
#   ^^^^^^^^^^^ `yum install` leaves what it has downloaded in the image

#: the layers of a builder are thrown away
FROM centos:7 AS build
RUN yum install -y gcc
FROM centos:7
COPY --from=build /app /app

#: but may be told {"everyStage": true}
FROM centos:7 AS build
RUN yum install -y gcc
#   ^^^^^^^^^^^ `yum install` leaves what it has downloaded in the image
#=> Run `yum clean all` in the same `RUN`
#+ RUN yum install -y gcc && yum clean all
FROM centos:7
COPY --from=build /app /app
