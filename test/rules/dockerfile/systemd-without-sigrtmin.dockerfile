#: by several names
FROM debian:12 AS one
CMD ["/usr/lib/systemd/systemd"]
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^ systemd does not stop at `SIGTERM` but at `SIGRTMIN+3`
#?> Set STOPSIGNAL SIGRTMIN+3
#+ STOPSIGNAL SIGRTMIN+3
#+ CMD ["/usr/lib/systemd/systemd"]
FROM rockylinux:9 AS other
RUN dnf install -y systemd
CMD ["/sbin/init"]
#    ^^^^^^^^^^^^ systemd does not stop at `SIGTERM` but at `SIGRTMIN+3`
#?> Set STOPSIGNAL SIGRTMIN+3
#+ STOPSIGNAL SIGRTMIN+3
#+ CMD ["/sbin/init"]

#: with another signal
FROM debian:12
STOPSIGNAL SIGTERM
#          ^^^^^^^ systemd does not stop at `SIGTERM` but at `SIGRTMIN+3`
#?> Write SIGRTMIN+3
#+ STOPSIGNAL SIGRTMIN+3
CMD ["/lib/systemd/systemd"]

#: the command stands in another stage
FROM debian:12 AS base
ENTRYPOINT ["systemd"]
#           ^^^^^^^^^ systemd does not stop at `SIGTERM` but at `SIGRTMIN+3`
FROM base

#: another init, and images that may set it
FROM alpine:3.22
CMD ["/sbin/init"]
FROM registry.access.redhat.com/ubi9/ubi-init
CMD ["/usr/lib/systemd/systemd"]

#: as it should be
FROM debian:12
STOPSIGNAL 37
STOPSIGNAL RTMIN+3
CMD ["/lib/systemd/systemd"]
