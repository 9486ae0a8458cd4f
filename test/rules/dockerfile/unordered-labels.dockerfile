#: in one line, in several, with quotes
FROM debian:12
LABEL c="1 2" b=2 a='3'
#     ^ `c` stands where `a` would
#=> Put the labels in order
#+ LABEL a='3' b=2 c="1 2"
LABEL c=1 \
#     ^ `c` stands where `a` would
      # the first
      a=2 \
      b=3

#: those of the specification
FROM debian:12
LABEL org.opencontainers.image.title=web org.opencontainers.image.source=here title=web
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `org.opencontainers.image.title` stands where `title` would
#=> Put the labels in order
#+ LABEL title=web org.opencontainers.image.source=here org.opencontainers.image.title=web

#: all by the alphabet {"order": "alphabet"}
FROM debian:12
LABEL org.opencontainers.image.source=here org.opencontainers.image.created=now
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `org.opencontainers.image.source` stands where `org.opencontainers.image.created` would
#=> Put the labels in order
#+ LABEL org.opencontainers.image.created=now org.opencontainers.image.source=here

#: what can only be done by hand
FROM debian:12
LABEL b=1 a="2 \
#     ^ `b` stands where `a` would
  3"
LABEL b=1 $A=2
#     ^ `b` stands where `$A` would
LABEL b=1 a=2 b=3
#     ^ `b` stands where `a` would

#: in order
FROM debian:12
LABEL a=1 b=2 org.opencontainers.image.created=now org.opencontainers.image.source=here
LABEL a b c

#: what would be a flag at the first place, and what Docker refuses, stays where it is
FROM python:3.13
LABEL vendor="Jane" --a=b
#     ^^^^^^ `vendor` stands where `--a` would
LABEL vendor="Jane" a='b
#     ^^^^^^ `vendor` stands where `a` would
