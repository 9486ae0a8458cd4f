#: each of them
FROM debian:12
RUN top -b -n 1 && free -m
#   ^^^ `top` has no meaning in a build
#                  ^^^^ `free` has no meaning in a build
RUN service nginx start && curl -fsS http://localhost
#   ^^^^^^^ `service` has no meaning in a build
RUN sudo mount -a
#        ^^^^^ `mount` has no meaning in a build

#: with a mount there is an agent, and a name alone is no command
FROM debian:12
RUN --mount=type=ssh ssh -T git@github.com
RUN apt-get install -y vim ssh
RUN /etc/init.d/ssh start

#: programs of one's own {"commands": ["nano"]}
FROM debian:12
RUN nano /etc/hosts
#   ^^^^ `nano` has no meaning in a build
RUN top
