#: versions, releases, files and links
FROM debian:12
RUN apt-get install -y nginx=1.22.1-9 curl/stable ./local.deb https://example.com/a.deb
RUN apt-get install -y nginx
#                      ^^^^^ `nginx` is installed in whatever version there is on the day of the build
RUN apt-get install -y nginx=1.22.1-9 curl git
#                                     ^^^^ `curl` and 1 more are installed in whatever version there is on the day of the build
RUN apt-get -t bookworm-backports install -y nginx
#                                            ^^^^^ `nginx` is installed in whatever version there is on the day of the build
RUN apt-get install -y unwanted-
RUN apt-get -fy install
RUN apt install -y nginx
#                  ^^^^^ `nginx` is installed in whatever version there is on the day of the build
RUN apt-get upgrade -y
RUN bash -c "apt-get install -y nginx"
#                               ^^^^^ `nginx` is installed in whatever version there is on the day of the build

#: variables are looked into, and left alone where nobody knows them
FROM debian:12
ARG NGINX=1.22.1-9
ARG PACKAGES="nginx=1.22.1-9 curl=7.88.1-10"
ARG MORE="nginx curl"
ARG OTHERS
RUN apt-get install -y nginx=${NGINX} $PACKAGES
RUN apt-get install -y $MORE
#                      ^^^^^ `nginx` and 1 more are installed in whatever version there is on the day of the build
RUN apt-get install -y $OTHERS $(cat packages)
RUN apt-get install -y nginx=$UNKNOWN

#: unless they are asked for {"unknownNames": true}
FROM debian:12
ARG OTHERS
RUN apt-get install -y $OTHERS
#                      ^^^^^^^ `$OTHERS` is installed in whatever version there is on the day of the build
RUN apt-get install -y nginx=$UNKNOWN
