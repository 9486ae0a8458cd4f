#: ways to say so
FROM alpine:3.20
RUN apk add --no-cache curl
RUN apk --no-cache add curl
RUN apk add curl --no-cache

#: a virtual package's name is no package
FROM alpine:3.20
RUN apk add --virtual .build-deps gcc && apk del .build-deps
#   ^^^^^^^ `apk add` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache`
#+ RUN apk add --no-cache --virtual .build-deps gcc && apk del .build-deps

#: removed in the same RUN, where hadolint reports it
FROM alpine:3.20
RUN apk add --update curl && rm -rf /var/cache/apk/*
RUN apk -U add curl && rm -f /root/.cache/* /var/cache/apk/*
RUN apk add curl && rm -rf /var/cache/*

#: removed too late
FROM alpine:3.20
RUN apk add curl
#   ^^^^^^^ `apk add` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache`
#+ RUN apk add --no-cache curl
RUN rm -rf /var/cache/apk/*

#: the cache lies elsewhere
FROM alpine:3.20
RUN --mount=type=cache,target=/var/cache/apk apk add curl
RUN --mount=type=cache,target=/etc/apk/cache apk add curl
RUN apk add --root /rootfs --initdb curl

#: without the network no index is fetched, where hadolint reports it
FROM alpine:3.20
RUN apk add --no-network curl

#: the update that goes before is not needed then
FROM alpine:3.20
RUN apk update && apk add curl git
#                 ^^^^^^^ `apk add` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache` and remove `apk update`
#+ RUN apk add --no-cache curl git
RUN apk update \
 && apk add curl
#   ^^^^^^^ `apk add` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache` and remove `apk update`, lines 3 to 4
#+ RUN apk add --no-cache curl
RUN <<EOF
apk update
apk add curl
#^^^^^^ `apk add` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache` and remove `apk update`, lines 6 to 7
#+ apk add --no-cache curl
EOF

#: an update that leaves the index, which hadolint leaves out
FROM alpine:3.20
RUN apk update \
#   ^^^^^^^^^^ `apk update` leaves the package index in the image, and `apk add --no-cache` does without it
 && echo ready \
 && apk add --no-cache curl

#: an update without an installation is package-update-alone's
FROM alpine:3.20
RUN apk update

#: an upgrade may need the update
FROM alpine:3.20
RUN apk update && apk upgrade && apk add curl
#                 ^^^^^^^^^^^ `apk upgrade` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache` and remove `apk update`
#+ RUN apk upgrade --no-cache && apk add curl
#                                ^^^^^^^ `apk add` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache`
#+ RUN apk update && apk upgrade && apk add --no-cache curl

#: a variable of the Dockerfile that says so
FROM alpine:3.20
ENV APK_FLAGS="--quiet --no-cache"
RUN apk add ${APK_FLAGS} curl

#: a variable that may say so
FROM alpine:3.20
RUN apk add $APK_OPTS curl

#: other subcommands
FROM alpine:3.20
RUN apk del curl && apk info && apk fix
#                               ^^^^^^^ `apk fix` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache`
#+ RUN apk del curl && apk info && apk fix --no-cache

#: a stage of which only files are taken
FROM alpine:3.20 AS compile
RUN apk add gcc
FROM alpine:3.20
COPY --from=compile /app /app

#: a stage of which only files are taken, when asked {"everyStage": true}
FROM alpine:3.20 AS compile
RUN apk add gcc
#   ^^^^^^^ `apk add` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache`
#+ RUN apk add --no-cache gcc
FROM alpine:3.20
COPY --from=compile /app /app

#: in exec form and in a trigger
FROM alpine:3.20
RUN ["apk", "add", "curl"]
#    ^^^^^^^^^^^^ `apk add` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache`
#+ RUN ["apk", "add", "--no-cache", "curl"]
ONBUILD RUN apk add git
#           ^^^^^^^ `apk add` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache`
#+ ONBUILD RUN apk add --no-cache git

#: mended: with an update before
FROM debian:12
RUN apk update && apk add x
#                 ^^^^^^^ `apk add` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache` and remove `apk update`
#+ RUN apk add --no-cache x

#: mended: with an update on the line above
FROM debian:12
RUN set -x \
 && apk update \
 && apk add x
#   ^^^^^^^ `apk add` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache` and remove `apk update`, lines 3 to 4
#+  && apk add --no-cache x

#: mended: with an update in a here document
FROM debian:12
RUN <<EOF
apk update
apk add x
#^^^^^^ `apk add` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache` and remove `apk update`, lines 3 to 4
#+ apk add --no-cache x
EOF

#: mended: with an update that something else may need
FROM debian:12
RUN apk update && echo && apk add x
#                         ^^^^^^^ `apk add` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache`
#+ RUN apk update && echo && apk add --no-cache x

#: mended: with an update under a comment
FROM debian:12
RUN apk update \
 # why
 && apk add x
#   ^^^^^^^ `apk add` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache`
#+  && apk add --no-cache x

#: an upgrade and a repair fetch the index, too
FROM alpine:3.20
RUN apk upgrade
#   ^^^^^^^^^^^ `apk upgrade` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache`
#+ RUN apk upgrade --no-cache
RUN apk upgrade --no-cache && apk -U upgrade --no-cache
RUN apk fix && rm -rf /var/cache/apk/*
RUN apk update && apk upgrade && apk add --no-cache curl
#                 ^^^^^^^^^^^ `apk upgrade` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache` and remove `apk update`
#+ RUN apk upgrade --no-cache && apk add --no-cache curl
RUN apk update && apk upgrade --no-cache
#   ^^^^^^^^^^ `apk update` leaves the package index in the image, and `apk add --no-cache` does without it
#=> Remove `apk update`
#+ RUN apk upgrade --no-cache

#: a cleaning before, or before the last
FROM alpine:3.20
RUN rm -rf /var/cache/apk/* && apk add curl
#                              ^^^^^^^ `apk add` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache`
#+ RUN rm -rf /var/cache/apk/* && apk add --no-cache curl
RUN apk add curl && rm -rf /var/cache/apk/* && apk add git
#                                              ^^^^^^^ `apk add` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache`
#+ RUN apk add curl && rm -rf /var/cache/apk/* && apk add --no-cache git
RUN apk add curl || rm -rf /var/cache/apk/*
#   ^^^^^^^ `apk add` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache`
#+ RUN apk add --no-cache curl || rm -rf /var/cache/apk/*
RUN apk add curl && rm -rf /mnt/var/cache/apk/*
#   ^^^^^^^ `apk add` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache`
#+ RUN apk add --no-cache curl && rm -rf /mnt/var/cache/apk/*
RUN apk add curl && rm -rf /var/{cache,log}/*
#   ^^^^^^^ `apk add` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache`
#+ RUN apk add --no-cache curl && rm -rf /var/{cache,log}/*
RUN apk add curl && npm cache clean
#   ^^^^^^^ `apk add` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache`
#+ RUN apk add --no-cache curl && npm cache clean

#: other ways to clean
FROM alpine:3.20
RUN apk add curl && rm /var/cache/apk/APKINDEX.*
RUN apk add curl && cd /var/cache/apk && rm -f *
RUN apk add curl && find /var/cache/apk -type f -delete
RUN c=/var/cache/apk; apk add curl; rm -rf "$c"/*
RUN trap 'rm -rf /var/cache/apk' EXIT; apk add curl

#: however it is called
FROM alpine:3.20
RUN apk	add curl
#   ^^^	^^^ `apk add` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache`
#+ RUN apk	add --no-cache curl
RUN "apk" 'add' curl
#   ^^^^^^^^^^^ `apk add` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache`
#+ RUN "apk" 'add' --no-cache curl
RUN /sbin/apk add curl
#   ^^^^^^^^^^^^^ `apk add` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache`
#+ RUN /sbin/apk add --no-cache curl
RUN busybox sh -c "apk add curl"
#                  ^^^^^^^ `apk add` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache`
#+ RUN busybox sh -c "apk add --no-cache curl"
RUN sudo apk add curl
#        ^^^^^^^ `apk add` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache`
#+ RUN sudo apk add --no-cache curl
RUN eval 'apk add curl'
#         ^^^^^^^ `apk add` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache`
#+ RUN eval 'apk add --no-cache curl'
RUN xargs apk add < packages
#         ^^^^^^^ `apk add` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache`
#+ RUN xargs apk add --no-cache < packages
RUN chroot /rootfs apk add curl

#: what looks into the index is not taken away from it
FROM alpine:3.20
RUN apk update && apk add --no-cache curl && apk search git
#   ^^^^^^^^^^ `apk update` leaves the package index in the image, and `apk add --no-cache` does without it
RUN apk add curl
#   ^^^^^^^ `apk add` without `--no-cache` leaves the package index in the image
#?> Add `--no-cache`
#+ RUN apk add --no-cache curl
RUN apk policy curl

#: in a trigger's here document
FROM alpine:3.20
ONBUILD RUN <<EOF
apk add curl
#^^^^^^ `apk add` without `--no-cache` leaves the package index in the image
#=> Add `--no-cache`
#+ apk add --no-cache curl
EOF
