#: on one line, with and without braces
FROM debian:12
ENV A=1 B=$A C=3
#         ^^ `A` has no value here yet, because the same `ENV` sets it
#?> Set it in an ENV before
#+ ENV A=1
#+ ENV B=$A C=3
ENV D="x" E="${D}/y"
#            ^^^^ `D` has no value here yet, because the same `ENV` sets it
#?> Set it in an ENV before
#+ ENV D="x"
#+ ENV E="${D}/y"
  env F=1 G=$F
#           ^^ `F` has no value here yet, because the same `ENV` sets it
#?> Set it in an ENV before
#+   env F=1
#+   env G=$F

#: over several lines
FROM debian:12
ENV HOME_DIR=/opt \
    # where the programs are
    PATH=$HOME_DIR/bin:$PATH \
#        ^^^^^^^^^ `HOME_DIR` has no value here yet, because the same `ENV` sets it
#?> Set it in an ENV before, lines 2 to 4
#+ ENV HOME_DIR=/opt
#+     # where the programs are
#+ ENV PATH=$HOME_DIR/bin:$PATH \
    OTHER=x

#: set after its use
FROM debian:12
ENV B=$A A=1
#     ^^ `A` has no value here yet, because the same `ENV` sets it

#: set before, in the stage or in one that it is built on, or by the image
FROM debian:12 AS base
ENV A=1
ENV A=2 B=$A
FROM base
ENV A=3 B=$A
FROM golang:1.24
ENV GOPATH=/go PATH=$GOPATH/bin:$PATH

#: an old value that is meant, quotes and escapes
FROM debian:12
ENV PATH=/opt/bin:$PATH X=1
ENV Q=1 R='$Q' S=\$Q
ENV LEGACY $LEGACY

#: the search path is set by every image, but its new value is not seen
FROM debian:12
ENV PATH=/opt/bin:$PATH SHELL_PATH=$PATH
#                                  ^^^^^ `PATH` still has its old value here, because the same `ENV` sets it
#?> Set it in an ENV before
#+ ENV PATH=/opt/bin:$PATH
#+ ENV SHELL_PATH=$PATH

#: a value for when there is none
FROM debian:12
ENV NAME="${NAME:-web}" HOME_OF_ALL=/srv/${NAME:-web}
ENV HOST=${HOST-web} URL=http://${HOST:-}/
