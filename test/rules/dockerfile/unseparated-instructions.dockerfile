#: with a comment above, which stays with it
FROM golang:1.24 AS build
RUN make
# what runs
# and nothing else
FROM debian:12
#^^^ no empty line stands before this `FROM`
#=> Put an empty line before it, line 3
#+ 
#+ # what runs
CMD ["bash"]

#: arguments before the first stage
ARG VERSION=12
FROM debian:$VERSION

#: between groups {"between": "groups"}
FROM debian:12
RUN one
#^^ no empty line stands before this `RUN`
#=> Put an empty line before it
#+ 
#+ RUN one

RUN two
#^^ an empty line stands before this `RUN`
#=> Remove the empty line, lines 3 to 4
#+ RUN two
COPY a b
#^^^ no empty line stands before this `COPY`
#=> Put an empty line before it
#+ 
#+ COPY a b

# why

COPY c d
#^^^ an empty line stands before this `COPY`

#: always {"between": "always"}
FROM debian:12
RUN one
#^^ no empty line stands before this `RUN`
#=> Put an empty line before it
#+ 
#+ RUN one
RUN <<EOF
#^^ no empty line stands before this `RUN`
#=> Put an empty line before it
#+ 
#+ RUN <<EOF
two
EOF
RUN three
#^^ no empty line stands before this `RUN`
#=> Put an empty line before it
#+ 
#+ RUN three

#: never {"between": "never"}
FROM debian:12

RUN one
#^^ an empty line stands before this `RUN`
#=> Remove the empty line, lines 2 to 3
#+ RUN one

# why

RUN two
#^^ an empty line stands before this `RUN`
RUN three
