#: above the first FROM
ARG VERSION=12
#   ^^^^^^^ no `FROM` uses `VERSION`, and no stage declares it
#?> Remove the argument, lines 1 to 2
#+ # the other
# the other
ARG OTHER
#   ^^^^^ no `FROM` uses `OTHER`, and no stage declares it
#?> Remove the argument, lines 3 to 4
#+ ARG ONE=1 TWO=2
ARG ONE=1 TWO=2
#         ^^^ no `FROM` uses `TWO`, and no stage declares it
FROM debian:$ONE

#: in a stage that runs nothing any more
FROM debian:12
RUN echo
ARG VERSION
#   ^^^^^^^ nothing below uses `VERSION`, and no command runs that could see it
#?> Remove the argument, lines 3 to 4
#+ COPY . /app
COPY . /app

#: used by FROM, by another argument, by a stage, or by a shell
ARG A=1
ARG B=$A
ARG C
ARG D
FROM debian:$B
ARG C
RUN echo $D

#: every command sees all arguments of its stage
FROM debian:12 AS one
ARG A
RUN make
FROM debian:12 AS two
ARG B
FROM two
RUN make

#: Docker's own
ARG BUILDKIT_SBOM_SCAN_CONTEXT=true
ARG SOURCE_DATE_EPOCH
ARG TARGETPLATFORM
ARG HTTP_PROXY
FROM debian:12

#: no stage at all
ARG VERSION
