#: above an argument and a stage
# the version
ARG VERSION=12
#   ^^^^^^^^^^ the description above does not begin with `VERSION`
#=> Put an empty line between
#+ 
#+ ARG VERSION=12
# what builds
FROM debian:$VERSION AS build
#                       ^^^^^ the description above does not begin with `build`
#=> Put an empty line between
#+ 
#+ FROM debian:$VERSION AS build
  # one of them
  ARG ONE TWO
#     ^^^ the description above does not begin with the name that it is about
#=> Put an empty line between
#+ 
#+   ARG ONE TWO

#: with the name, apart, and above what has no name
# VERSION of the distribution
ARG VERSION=12

# what builds

FROM debian:$VERSION AS build
# the rest
FROM debian:12
# hadolint ignore=DL3006
ARG OTHER

#: a directive, and a comment inside an instruction
# syntax=docker/dockerfile:1
ARG VERSION=12
FROM debian:$VERSION AS build
RUN echo \
# inside
  two
ARG AFTER

#: Windows line ends
# the version
ARG VERSION=12
#   ^^^^^^^^^^ the description above does not begin with `VERSION`
#=> Put an empty line between
#+ 
#+ ARG VERSION=12
FROM debian:$VERSION
