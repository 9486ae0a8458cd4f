#: nothing is there
FROM debian:12
ENV
#^^ a name is missing, so Docker refuses the file: ENV requires at least one argument
LABEL
#^^^^ a name is missing, so Docker refuses the file: LABEL requires at least one argument
ARG
#^^ a name is missing, so Docker refuses the file: ARG requires at least one argument
WORKDIR
#^^^^^^ what is to be set is missing, so Docker refuses the file: WORKDIR requires exactly one argument
USER
#^^^ what is to be set is missing, so Docker refuses the file: USER requires exactly one argument
STOPSIGNAL
#^^^^^^^^^ a signal is missing, so Docker refuses the file: STOPSIGNAL requires exactly one argument
EXPOSE
#^^^^^ a port is missing, so Docker refuses the file: EXPOSE requires at least one argument
VOLUME
#^^^^^ a folder is missing, so Docker refuses the file: VOLUME requires at least one argument
SHELL
#^^^^ a shell is missing, so Docker refuses the file: SHELL requires at least one argument
HEALTHCHECK
#^^^^^^^^^^ `NONE`, or `CMD` and a command, is missing, so Docker refuses the file: HEALTHCHECK requires at least one argument
MAINTAINER
#^^^^^^^^^ what is to be set is missing, so Docker refuses the file: MAINTAINER requires exactly one argument
ONBUILD
#^^^^^^ an instruction is missing, so Docker refuses the file: ONBUILD requires at least one argument
COPY
#^^^ COPY needs a source and a destination, so Docker refuses the file: COPY requires at least two arguments, but only one was provided. Destination could not be determined
ADD
#^^ ADD needs a source and a destination, so Docker refuses the file: ADD requires at least two arguments, but only one was provided. Destination could not be determined
FROM
#^^^ an image is missing, so Docker refuses the file: FROM requires either one or three arguments

#: commands may be empty
FROM debian:12
RUN
CMD
ENTRYPOINT
CMD []

#: too few, in JSON form too
FROM debian:12
COPY app
#    ^^^ COPY needs a source and a destination, so Docker refuses the file: COPY requires at least two arguments, but only one was provided. Destination could not be determined
ADD --chown=1:1 app
#               ^^^ ADD needs a source and a destination, so Docker refuses the file: ADD requires at least two arguments, but only one was provided. Destination could not be determined
COPY ["app"]
#     ^^^^^ COPY needs a source and a destination, so Docker refuses the file: COPY requires at least two arguments, but only one was provided. Destination could not be determined
SHELL []
#     ^^ a shell is missing, so Docker refuses the file: SHELL requires at least one argument
HEALTHCHECK CMD
#           ^^^ a command is missing, so Docker refuses the file: Missing command after HEALTHCHECK CMD
HEALTHCHECK --interval=30s CMD []
#                          ^^^ a command is missing, so Docker refuses the file: Missing command after HEALTHCHECK CMD

#: a name is missing
FROM debian:12
ENV A=b =c
#       ^^ the name before `=` is missing, so Docker refuses the file: ENV names can not be blank
LABEL =x
#     ^^ the name before `=` is missing, so Docker refuses the file: LABEL names can not be blank
ARG =y
#   ^^ the name before `=` is missing, so Docker refuses the file: ARG names can not be blank

#: FROM has an image, and perhaps AS and a name
FROM debian:12 base
#              ^^^^ nothing but `AS` and a name may follow the image, so Docker refuses the file: FROM requires either one or three arguments
#?> Insert AS
#+ FROM debian:12 AS base
FROM debian:12 base base
#              ^^^^^^^^^ nothing but `AS` and a name may follow the image, so Docker refuses the file: FROM requires either one or three arguments
FROM debian:12 is base
#              ^^^^^^^ nothing but `AS` and a name may follow the image, so Docker refuses the file: FROM requires either one or three arguments
FROM debian:12 as base
FROM debian:12 # the newest
#              ^^^^^^^^^^^^ nothing but `AS` and a name may follow the image, so Docker refuses the file: FROM requires either one or three arguments
FROM --platform=linux/amd64 debian:12 \
  AS base more
# ^^^^^^^^^^^^ nothing but `AS` and a name may follow the image, so Docker refuses the file: FROM requires either one or three arguments

#: a health check has one of two types
FROM debian:12
HEALTHCHECK curl localhost
#           ^^^^ a health check is `NONE`, or `CMD` and a command, so Docker refuses the file: Unknown type "CURL" in HEALTHCHECK (try CMD)
HEALTHCHECK CMD-SHELL curl localhost
#           ^^^^^^^^^ a health check is `NONE`, or `CMD` and a command, so Docker refuses the file: Unknown type "CMD-SHELL" in HEALTHCHECK (try CMD)
HEALTHCHECK NONE curl
#                ^^^^ nothing may follow `NONE`, so Docker refuses the file: HEALTHCHECK NONE takes no arguments
HEALTHCHECK none
HEALTHCHECK cmd curl

#: a shell is a JSON array
FROM debian:12
SHELL /bin/bash -c
#     ^^^^^^^^^^^^ a shell is a JSON array, such as `["/bin/sh", "-c"]`, so Docker refuses the file: SHELL requires the arguments to be in JSON form
SHELL ["/bin/bash", "-c"]

#: what is put off is refused later
FROM debian:12
ONBUILD COPY app
#            ^^^ COPY needs a source and a destination, so Docker takes this file, but refuses those that build on the image: COPY requires at least two arguments, but only one was provided. Destination could not be determined
ONBUILD WORKDIR
#       ^^^^^^^ what is to be set is missing, so Docker takes this file, but refuses those that build on the image: WORKDIR requires exactly one argument

#: over lines
FROM debian:12
COPY \
  # where to?
  app
# ^^^ COPY needs a source and a destination, so Docker refuses the file: COPY requires at least two arguments, but only one was provided. Destination could not be determined
