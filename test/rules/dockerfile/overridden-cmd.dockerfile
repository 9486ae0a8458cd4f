#: of three two do nothing
FROM debian:12
CMD ["one"]
#^^ this `CMD` does nothing, for another stands below in the stage
#=> Remove this CMD, lines 2 to 3
#+ CMD two
CMD two
#^^ this `CMD` does nothing, for another stands below in the stage
#=> Remove this CMD, lines 3 to 4
#+ RUN make
RUN make
CMD ["three"]

#: each stage has one of its own, and a trigger is another build's
FROM debian:12 AS build
CMD ["one"]
FROM build
CMD ["two"]
ONBUILD CMD ["three"]

#: over several lines
FROM debian:12
CMD ["one", \
#^^ this `CMD` does nothing, for another stands below in the stage
#=> Remove this CMD, lines 2 to 4
#+ CMD ["three"]
  "two"]
CMD ["three"]

#: with a comment above, which stays, and one inside
FROM debian:12
# for development
CMD ["one"]
#^^ this `CMD` does nothing, for another stands below in the stage
#=> Remove this CMD, lines 3 to 4
#+ CMD one \
CMD one \
#^^ this `CMD` does nothing, for another stands below in the stage
  # of two
  two
CMD ["three"]

#: Windows line ends
FROM debian:12
CMD ["one"]
#^^ this `CMD` does nothing, for another stands below in the stage
#=> Remove this CMD, lines 2 to 3
#+ CMD ["two"]
CMD ["two"]

#: a part of a file, without a FROM
CMD one
#^^ this `CMD` does nothing, for another stands below in the stage
CMD two

#: an empty one does nothing, either
FROM debian:12
CMD
#^^ this `CMD` does nothing, for another stands below in the stage
#=> Remove this CMD, lines 2 to 3
#+ CMD ["one"]
CMD ["one"]
