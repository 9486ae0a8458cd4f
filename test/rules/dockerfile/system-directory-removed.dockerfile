#: odd cases
FROM debian:12
RUN rm -rf /usr
#          ^^^^ this is a directory of the system
RUN rm -rf / /var/lib/ /etc
#          ^ this is a directory of the system
#            ^^^^^^^^^ this is a directory of the system
#                      ^^^^ this is a directory of the system
RUN rm -rf /usr/src /var/lib/apt/lists && rm /etc
