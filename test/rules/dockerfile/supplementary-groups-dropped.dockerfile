#: each way to give groups
FROM debian:12
RUN usermod -aG video,audio web
USER web:web
#       ^^^^ with `:web` the account `web` is not in its other groups (video, audio)
#?> Remove the group
#+ USER web
FROM debian:12
RUN useradd --groups=video web
USER web:1000
#       ^^^^^ with `:1000` the account `web` is not in its other groups (video)
#?> Remove the group
#+ USER web
FROM debian:12
RUN adduser web video && gpasswd -a web audio
USER "web:web"
#    ^^^^^^^^^ with `:web` the account `web` is not in its other groups (video, audio)
FROM alpine:3.22
RUN addgroup web video
USER web:web
#       ^^^^ with `:web` the account `web` is not in its other groups (video)
#?> Remove the group
#+ USER web

#: in the stage that it begins with
FROM debian:12 AS base
RUN usermod -aG video web
FROM base
USER web:web
#       ^^^^ with `:web` the account `web` is not in its other groups (video)
#?> Remove the group
#+ USER web

#: the group that was given, no group, another account
FROM debian:12
RUN usermod -aG video web && useradd -G audio other
USER web:video
USER web
USER nobody:nogroup

#: given afterwards, or in another stage
FROM debian:12
USER web:web
RUN usermod -aG video web
FROM debian:12
USER web:web

#: variables
FROM debian:12
ARG ACCOUNT=web
RUN usermod -aG video web
USER $ACCOUNT:web
#    ^^^^^^^^^^^^ with `:web` the account `web` is not in its other groups (video)
USER $UNKNOWN:web
