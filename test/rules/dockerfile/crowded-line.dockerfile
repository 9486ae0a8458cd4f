#: with some on lines of their own
FROM debian:12
RUN a && b && c \
#^^ 3 commands stand on one line
#=> Give each a line of its own
#+ RUN a \
#+     && b \
#+     && c \
  && d && e

#: with the backquote as escape, from two on {"commands": 2}
# escape=`
FROM debian:12
RUN a&&b
#^^ 2 commands stand on one line
#=> Give each a line of its own
#+ RUN a `
#+     && b

#: in quotes, in a branch, in a shell of its own, in an array
FROM debian:12
RUN echo "a && b && c"
RUN if a && b && c; then d; fi
RUN (a && b && c)
RUN a || b && c
RUN ["a", "&&", "b", "&&", "c"]

#: what stands beside a command
FROM debian:12
RUN A=1 a && sudo b && c > d

#: two are few
FROM debian:12
RUN a && b
RUN a; b; c
