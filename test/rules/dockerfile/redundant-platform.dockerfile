#: however it is written
FROM --platform=$TARGETPLATFORM debian:12
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^ `FROM` takes the image of `$TARGETPLATFORM` by itself
#=> Remove --platform
#+ FROM debian:12
FROM --platform=${TARGETPLATFORM} debian:12 AS two
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `FROM` takes the image of `${TARGETPLATFORM}` by itself
#=> Remove --platform
#+ FROM debian:12 AS two
FROM --platform="$TARGETPLATFORM" debian:12 AS three
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `FROM` takes the image of `$TARGETPLATFORM` by itself
#=> Remove --platform
#+ FROM debian:12 AS three

#: others
FROM --platform=$BUILDPLATFORM debian:12
FROM --platform=${TARGETPLATFORM:-linux/amd64} debian:12
FROM --platform=$TARGETOS/$TARGETARCH debian:12

#: an argument of the file's own
ARG TARGETPLATFORM=linux/amd64
FROM --platform=$TARGETPLATFORM debian:12
