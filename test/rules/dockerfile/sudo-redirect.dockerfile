#: odd cases
FROM debian:12
USER app
RUN sudo echo "a" > /etc/app.conf
#                   ^^^^^^^^^^^^^ the shell opens this file, and has not the rights of `sudo`
USER app
RUN sudo apt-get update > /dev/null
RUN sudo sh -c 'echo a > /etc/app.conf'
RUN sudo cat /etc/shadow >> /root/copy
#                           ^^^^^^^^^^ the shell opens this file, and has not the rights of `sudo`

#: root may write anyway
FROM debian:12
RUN sudo echo a > /etc/app.conf
