#: in each form
FROM docker:28-cli
VOLUME /var/run/docker.sock
#      ^^^^^^^^^^^^^^^^^^^^ a volume at `/var/run/docker.sock` gives no access to Docker, and the host's socket there would give all of the host
VOLUME ["/data", "/run/docker.sock"]
#                ^^^^^^^^^^^^^^^^^^ a volume at `/run/docker.sock` gives no access to Docker, and the host's socket there would give all of the host
VOLUME "/var/run/docker.sock"
#      ^^^^^^^^^^^^^^^^^^^^^^ a volume at `/var/run/docker.sock` gives no access to Docker, and the host's socket there would give all of the host

#: as it is written for the command line
FROM docker:28-cli
VOLUME /var/run/docker.sock:/var/run/docker.sock
#      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a volume at `/var/run/docker.sock:/var/run/docker.sock` gives no access to Docker, and the host's socket there would give all of the host

#: other engines
FROM debian:12
VOLUME /run/podman/podman.sock
#      ^^^^^^^^^^^^^^^^^^^^^^^ a volume at `/run/podman/podman.sock` gives no access to Docker, and the host's socket there would give all of the host
VOLUME /run/containerd/containerd.sock
#      ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a volume at `/run/containerd/containerd.sock` gives no access to Docker, and the host's socket there would give all of the host

#: other sockets and folders
FROM debian:12
VOLUME /var/run /var/run/mysqld/mysqld.sock /docker.sock.d
