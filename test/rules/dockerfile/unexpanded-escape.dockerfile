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

#: in quotes that are written, the escape is meant for who reads them
FROM debian:12
SHELL ["/bin/bash", "-c"]
RUN echo 'PS1='"'"'\[\e[1;32m\]\u\$ '"'"'' > /etc/profile.d/prompt.sh
RUN echo 'awk "{ printf \"%s\n\", \$1 }"' > /usr/local/bin/first
RUN echo "set title 'a\tb'" > /etc/plot
RUN echo "#!/bin/sh\nexec web \"\$@\"" > /usr/local/bin/web
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `echo` may print the backslash instead of what it stands for
#?> Add `-e`
#+ RUN echo -e "#!/bin/sh\nexec web \"\$@\"" > /usr/local/bin/web
