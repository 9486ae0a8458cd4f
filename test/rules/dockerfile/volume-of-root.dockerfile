#: of root
FROM debian:12
VOLUME /data /log
#      ^^^^^^^^^^ the container runs as root, and so all that it keeps here belongs to root
USER root
CMD ["sleep", "infinity"]

#: of somebody else, or nobody knows
FROM debian:12
VOLUME /data
USER 10001

#: a server that gives up root
FROM debian:12
VOLUME /data
CMD ["nginx", "-g", "daemon off;"]
