#: an image without it, run by root
FROM debian:12
RUN apt-get update && sudo apt-get install -y curl
#                     ^^^^ root runs this anyway, so `sudo` has nothing to give
#=> Remove `sudo`
#+ RUN apt-get update && apt-get install -y curl
RUN echo "deb https://example.com stable main" | sudo tee /etc/apt/sources.list.d/example.list
#                                                ^^^^ root runs this anyway, so `sudo` has nothing to give
#=> Remove `sudo`
#+ RUN echo "deb https://example.com stable main" | tee /etc/apt/sources.list.d/example.list
RUN sudo -u www-data composer install
#   ^^^^ `USER` can change who runs this, without `sudo` in the image
RUN sudo rm -rf /tmp/x || true
#   ^^^^ root runs this anyway, so `sudo` has nothing to give
#?> Remove `sudo`
#+ RUN rm -rf /tmp/x || true

#: an image that may have it
FROM example.com/base:1
RUN sudo apt-get update
#   ^^^^ `sudo` lets the image's user become root, in the container too
#?> Remove `sudo`
#+ RUN apt-get update
RUN sh -c 'sudo apt-get update'
#          ^^^^ `sudo` lets the image's user become root, in the container too
#?> Remove `sudo`
#+ RUN sh -c 'apt-get update'
RUN ["sudo", "apt-get", "update"]
#    ^^^^^^ `sudo` lets the image's user become root, in the container too

#: it is installed
FROM debian:12
RUN apt-get update && apt-get install -y sudo
RUN sudo make install
#   ^^^^ root runs this anyway, so `sudo` has nothing to give
#?> Remove `sudo`
#+ RUN make install

#: another user
FROM debian:12
USER app
RUN sudo apt-get update
#   ^^^^ `sudo` lets the image's user become root, in the container too

#: no command
FROM debian:12
RUN apt-get install -y sudo && usermod -aG sudo app
RUN echo "app ALL=(ALL) NOPASSWD: ALL" > /etc/sudoers.d/app
