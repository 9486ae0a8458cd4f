#: what answers, and what asks
FROM centos:7
RUN yum install -y httpd
RUN yum -y install httpd
RUN yum -yq install httpd
RUN yum install --assumeyes httpd
RUN yum --setopt=assumeyes=1 install httpd
RUN yes | yum install httpd
RUN yum install httpd
#   ^^^^^^^^^^^ `yum install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN yum install -y httpd
RUN yum groupinstall "Development Tools"
#   ^^^^^^^^^^^^^^^^ `yum groupinstall` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN yum groupinstall -y "Development Tools"
RUN yum update && yum remove httpd || true
#   ^^^^^^^^^^ `yum update` asks whether to go on, and a build cannot answer
#?> Answer yes with `-y`
#+ RUN yum update -y && yum remove httpd || true
#                 ^^^^^^^^^^ `yum remove` asks whether to go on, and a build cannot answer
#?> Answer yes with `-y`
#+ RUN yum update && yum remove -y httpd || true

#: what asks nothing
FROM centos:7
RUN yum makecache && yum clean all && yum repolist && yum search httpd && yum install --help
RUN yum-config-manager --add-repo https://example.com/a.repo
RUN yum install $OPTIONS httpd

#: a configuration answers
FROM centos:7
RUN echo "assumeyes=1" >> /etc/yum.conf
RUN yum install httpd
FROM centos:7
RUN yum install httpd
#   ^^^^^^^^^^^ `yum install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN yum install -y httpd
