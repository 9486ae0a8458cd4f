#: all packages, not those that are named
FROM centos:7
RUN yum -y update; yum -y install httpd
#   ^^^^^^^^^^^^^ `yum update` changes packages of the base image, and to other versions with each build
#?> Remove `yum update`
#+ RUN yum -y install httpd
RUN yum upgrade -y
#   ^^^^^^^^^^^ `yum upgrade` changes packages of the base image, and to other versions with each build
#?> Remove `yum upgrade`, lines 3 to 4
#+ RUN yum update -y httpd
RUN yum update -y httpd
RUN yum check-update; true
RUN sudo yum update -y
#        ^^^^^^^^^^ `yum update` changes packages of the base image, and to other versions with each build
