#: the old form
FROM debian:12
ENV DEBIAN_FRONTEND noninteractive
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `ENV DEBIAN_FRONTEND` stays set in every container
#?> Set it with `ARG`
#+ ARG DEBIAN_FRONTEND=noninteractive

#: in any spelling
FROM debian:12
env DEBIAN_FRONTEND="noninteractive"
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `ENV DEBIAN_FRONTEND` stays set in every container
#?> Set it with `ARG`
#+ ARG DEBIAN_FRONTEND="noninteractive"

#: among others
FROM debian:12
ENV LANG=C.UTF-8 \
    DEBIAN_FRONTEND=noninteractive
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `ENV DEBIAN_FRONTEND` stays set in every container

#: for the build alone
FROM debian:12
ARG DEBIAN_FRONTEND=noninteractive
RUN DEBIAN_FRONTEND=noninteractive apt-get install -y tzdata

#: taken back
FROM debian:12
ENV DEBIAN_FRONTEND=noninteractive
RUN apt-get install -y tzdata
ENV DEBIAN_FRONTEND=

#: in a stage whose image nobody runs
FROM debian:12 AS build
ENV DEBIAN_FRONTEND=noninteractive
FROM debian:12
COPY --from=build /app /app
