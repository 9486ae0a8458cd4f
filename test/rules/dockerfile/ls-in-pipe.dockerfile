#: odd cases
FROM debian:12
RUN ls /opt | grep app
#   ^^^^^^^ `ls` prints for people, and `grep` may read something else than the names
RUN ls | xargs rm
#   ^^ `ls` prints for people, and `xargs` may read something else than the names
RUN ls /opt && ls | tee names
