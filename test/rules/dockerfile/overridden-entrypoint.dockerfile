#: the first does nothing
FROM debian:12
ENTRYPOINT ["one"]
#^^^^^^^^^ this `ENTRYPOINT` does nothing, for another stands below in the stage
#=> Remove this ENTRYPOINT, lines 2 to 3
#+ ENTRYPOINT ["two", "$HOME"]
ENTRYPOINT ["two", "$HOME"]

#: stages
FROM debian:12 AS build
ENTRYPOINT ["one"]
FROM debian:12
ENTRYPOINT ["one"]

#: a comment inside
FROM debian:12
ENTRYPOINT one \
#^^^^^^^^^ this `ENTRYPOINT` does nothing, for another stands below in the stage
  # of two
  two
ENTRYPOINT ["three"]
