#: images
FROM Debian:12
#    ^^^^^^^^^ an image's name has no capitals, so Docker refuses the file: failed to parse stage name "Debian:12": invalid reference format: repository name (library/Debian) must be lowercase
FROM example.com/Tools/make
#    ^^^^^^^^^^^^^^^^^^^^^^ an image's name has no capitals, so Docker refuses the file: failed to parse stage name "example.com/Tools/make": invalid reference format: repository name (Tools/make) must be lowercase
FROM Example.com/tools
FROM debian:12:1
#    ^^^^^^^^^^^ `debian:12:1` is no image's name, so Docker refuses the file: failed to parse stage name "debian:12:1": invalid reference format
FROM debian:
#    ^^^^^^^ `debian:` is no image's name, so Docker refuses the file: failed to parse stage name "debian:": invalid reference format
FROM debian@sha256:1234
#    ^^^^^^^^^^^^^^^^^^ `debian@sha256:1234` is no image's name, so Docker refuses the file: failed to parse stage name "debian@sha256:1234": invalid reference format
FROM debian@sha256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `debian@sha256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA` has an invalid digest, so Docker refuses the file: failed to parse stage name "debian@sha256:AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA": invalid checksum digest format
FROM https://example.com/tools
#    ^^^^^^^^^^^^^^^^^^^^^^^^^ `https://example.com/tools` is no image's name, so Docker refuses the file: failed to parse stage name "https://example.com/tools": invalid reference format
FROM <image>
#    ^^^^^^^ `<image>` is no image's name, so Docker refuses the file: failed to parse stage name "<image>": invalid reference format
FROM scratch
FROM localhost:5000/tools:1@sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
FROM aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa` is no image's name, so Docker refuses the file: failed to parse stage name "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa": invalid repository name (aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa), cannot specif…
COPY --from=Tools/Make /a /b
#           ^^^^^^^^^^ an image's name has no capitals, so Docker refuses the file: failed to parse stage name "Tools/Make": invalid reference format: repository name (Make) must be lowercase
COPY --from=alpine /a /b
RUN --mount=type=bind,from=Tools,target=/a make
#                          ^^^^^ an image's name has no capitals, so Docker refuses the file: failed to parse stage name "Tools": invalid reference format: repository name (library/Tools) must be lowercase

#: FROM finds stages by small letters, COPY by any
FROM debian:12 AS Builder
FROM Builder
#    ^^^^^^^ FROM finds the stage by `builder` alone, and an image's name has no capitals, so Docker refuses the file: failed to parse stage name "Builder": invalid reference format: repository name (library/Builder) must be lowercase
#?> Change it to builder
#+ FROM builder
FROM debian:12
COPY --from=Builder /a /b

#: nothing sets the variable
FROM $BASE
#    ^^^^^ the image is a variable that nothing sets, so Docker refuses the file: base name ($BASE) should not be blank
FROM debian:${TAG}
#    ^^^^^^^^^^^^^ `debian:` is no image's name, so Docker refuses the file: failed to parse stage name "debian:": invalid reference format
FROM debian:${TAG:-12}
ARG BASE=debian
FROM $BASE
#    ^^^^^ the image is a variable that nothing sets, so Docker refuses the file: base name ($BASE) should not be blank

#: an argument of the build may
ARG TAG
FROM debian:$TAG

#: its default is wrong
ARG BASE=Debian
FROM ${BASE}:12
#    ^^^^^^^^^^ an image's name has no capitals, so Docker refuses the file: failed to parse stage name "Debian:12": invalid reference format: repository name (library/Debian) must be lowercase
FROM "debian:12"

#: stages
FROM debian:12 AS 1st
#                 ^^^ a stage's name begins with a letter and has only letters, digits, `-`, `_` and `.` in it, so Docker refuses the file: invalid name for build stage: "1st", name can't start with a number or contain symbols
FROM debian:12 AS a/b
#                 ^^^ a stage's name begins with a letter and has only letters, digits, `-`, `_` and `.` in it, so Docker refuses the file: invalid name for build stage: "a/b", name can't start with a number or contain symbols
FROM debian:12 AS Final.Stage_2-a
FROM debian:12 AS $NAME
#                 ^^^^^ a stage's name begins with a letter and has only letters, digits, `-`, `_` and `.` in it, so Docker refuses the file: invalid name for build stage: "$NAME", name can't start with a number or contain symbols

#: platforms
FROM --platform=linux debian:12
FROM --platform=x86 debian:12
#               ^^^ `x86` is no platform, such as `linux/amd64`, so Docker refuses the file: failed to parse platform x86: "x86": unknown operating system or architecture: invalid argument
FROM --platform=linux/amd64/v2/x debian:12
#               ^^^^^^^^^^^^^^^^ `linux/amd64/v2/x` is no platform, such as `linux/amd64`, so Docker refuses the file: failed to parse platform linux/amd64/v2/x: "linux/amd64/v2/x": cannot parse platform specifier: invalid argument
FROM --platform=linux/$ARCH debian:12
#               ^^^^^^^^^^^ `linux/` is no platform, such as `linux/amd64`, so Docker refuses the file: failed to parse platform linux/$ARCH: "" is an invalid component of "linux/": platform specifier component must match "^[A-Za-z0-9_.-]+$": invalid argument
FROM --platform=$BUILDPLATFORM debian:12
FROM --platform=$PLATFORM debian:12
#               ^^^^^^^^^ the platform is a variable that nothing sets, so Docker refuses the file: empty platform value from expression $PLATFORM
