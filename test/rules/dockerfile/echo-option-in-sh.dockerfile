#: on Debian, and several of them
FROM debian:12
RUN echo -e "a\nb" > /etc/app.conf
#        ^^ the `echo` of `dash` prints this option
#?> Leave it out
#+ RUN echo "a\nb" > /etc/app.conf
RUN echo -ne "a\tb" > /etc/app.conf
#        ^^^ the `echo` of `dash` prints this option
#?> Leave it out
#+ RUN echo -n "a\tb" > /etc/app.conf
RUN echo -E "a\tb"
#        ^^ the `echo` of `dash` prints this option
RUN echo -n a
RUN echo "-e"
RUN ["echo", "-e", "a"]

#: BusyBox
FROM alpine:3.20
RUN echo -e "a\nb" > /etc/app.conf
RUN echo -ne "a\tb" > /etc/app.conf
RUN echo -E "a\tb"
RUN echo -n a
RUN echo "-e"
RUN ["echo", "-e", "a"]

#: shells that know it
FROM fedora:41
RUN echo -e "a\nb" > /etc/app.conf
FROM debian:12
SHELL ["/bin/bash", "-c"]
RUN echo -e "a\nb" > /etc/app.conf
FROM example.com/base:1
RUN echo -e "a\nb" > /etc/app.conf

#: wherever it is called sh {"everyShell": true}
FROM example.com/base:1
RUN echo -e "a\nb" > /etc/app.conf
#        ^^ the `echo` of `sh` prints this option
SHELL ["/bin/bash", "-c"]
RUN echo -e "a\nb" > /etc/app.conf

#: the program in /bin knows it, and is what other programs start
FROM debian:12
RUN sudo echo -e "a\nb" && /bin/echo -e "a\nb" && find . -exec echo -e {} +
RUN sudo sh -c 'echo -e "a\nb" > /etc/app.conf'
#                    ^^ the `echo` of `dash` prints this option
#?> Leave it out
#+ RUN sudo sh -c 'echo "a\nb" > /etc/app.conf'
RUN command echo -e "a\nb"
#                ^^ the `echo` of `dash` prints this option
#?> Leave it out
#+ RUN command echo "a\nb"
