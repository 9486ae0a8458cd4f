#: in each form
FROM debian:12
VOLUME /dev
#      ^^^^ a volume at `/dev` takes the place of what the kernel shows there
VOLUME /proc /sys/
#      ^^^^^ a volume at `/proc` takes the place of what the kernel shows there
#            ^^^^^ a volume at `/sys/` takes the place of what the kernel shows there
VOLUME ["/data", "/sys"]
#                ^^^^^^ a volume at `/sys` takes the place of what the kernel shows there

#: a variable
FROM debian:12
ENV WHERE=/dev
VOLUME $WHERE
#      ^^^^^^ a volume at `/dev` takes the place of what the kernel shows there

#: folders below, and other ones
FROM debian:12
VOLUME /sys/fs/cgroup
VOLUME /dev/net /data /processes
