#: NONE is one, too
FROM debian:12
HEALTHCHECK CMD ["check"]
#^^^^^^^^^^ this `HEALTHCHECK` does nothing, for another stands below in the stage
#=> Remove this HEALTHCHECK, lines 2 to 3
#+ HEALTHCHECK NONE
HEALTHCHECK NONE

#: over several lines
FROM debian:12
HEALTHCHECK --interval=5m \
#^^^^^^^^^^ this `HEALTHCHECK` does nothing, for another stands below in the stage
#=> Remove this HEALTHCHECK, lines 2 to 4
#+ HEALTHCHECK CMD ["check", "more"]
  CMD ["check"]
HEALTHCHECK CMD ["check", "more"]

#: a comment inside
FROM debian:12
HEALTHCHECK CMD check \
#^^^^^^^^^^ this `HEALTHCHECK` does nothing, for another stands below in the stage
  # whatever
  more
HEALTHCHECK CMD ["check", "more"]

#: one a stage
FROM debian:12 AS build
HEALTHCHECK CMD ["check"]
FROM build
HEALTHCHECK CMD ["check"]
