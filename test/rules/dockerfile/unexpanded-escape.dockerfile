#: shells that expand it
FROM debian:12
RUN echo "a\nb" > /etc/app.conf

#: Red Hat's sh is Bash
FROM rockylinux:9
RUN echo 'a\tb' > /etc/app.conf
#        ^^^^^^ `echo` may print the backslash instead of what it stands for
#?> Add `-e`
#+ RUN echo -e 'a\tb' > /etc/app.conf
RUN echo -e "a\nb"
RUN echo a\nb "a\\nb" "C:\dir"
#        ^^^^ `echo` may print the backslash instead of what it stands for
#?> Add `-e`
#+ RUN echo -e a\nb "a\\nb" "C:\dir"

#: all of them {"everyShell": true}
FROM debian:12
RUN echo "a\nb" > /etc/app.conf
#        ^^^^^^ `echo` may print the backslash instead of what it stands for

#: plain
FROM debian:12
SHELL ["/bin/bash", "-c"]
RUN echo "a\nb" > /etc/app.conf
#        ^^^^^^ `echo` may print the backslash instead of what it stands for
#?> Add `-e`
#+ RUN echo -e "a\nb" > /etc/app.conf
