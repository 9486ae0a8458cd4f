#: where it stands
FROM ubuntu:24.04
RUN apt-get update && apt-get install -y curl && apt-get clean && rm -rf /var/lib/apt/lists/*
#                                                ^^^^^^^^^^^^^ `apt-get clean` finds nothing to remove, since this base image keeps no packages
#=> Remove `apt-get clean`
#+ RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y curl \
 && apt clean
#   ^^^^^^^^^ `apt clean` finds nothing to remove, since this base image keeps no packages
#=> Remove `apt clean`, lines 3 to 4
#+ RUN apt-get update && apt-get install -y curl
RUN apt-get clean
#   ^^^^^^^^^^^^^ `apt-get clean` finds nothing to remove, since this base image keeps no packages
#=> Remove `apt-get clean`, lines 5 to 6
#+ RUN if true; then apt-get clean; fi
RUN if true; then apt-get clean; fi
#                 ^^^^^^^^^^^^^ `apt-get clean` finds nothing to remove, since this base image keeps no packages
RUN apt-get clean | cat
#   ^^^^^^^^^^^^^ `apt-get clean` finds nothing to remove, since this base image keeps no packages

#: other images, and changed settings
FROM example.com/debian:12
RUN apt-get update && apt-get install -y curl && apt-get clean
FROM $BASE
RUN apt-get update && apt-get install -y curl && apt-get clean

#: where apt is told to keep packages
FROM debian:12
RUN rm /etc/apt/apt.conf.d/docker-clean && apt-get update && apt-get install -y curl && apt-get clean
