#: a stage and an image
FROM golang:1.24 AS build
FROM debian:12
COPY --from=build / /
#                 ^ all files of `build` are laid over this stage's own
COPY --from=python [ "/", "/" ]
#                    ^^^ all files of `python` are laid over this stage's own

#: tools, one layer of many, and less than all
FROM tonistiigi/xx:1.6.1 AS xx
FROM golang:1.24 AS build
FROM debian:12
COPY --from=xx / /
COPY --from=build / /rootfs
COPY --from=build /web /
COPY / /
FROM scratch
COPY --from=build / /

#: where all of it counts {"everyCopy": true}
FROM tonistiigi/xx:1.6.1 AS xx
FROM scratch
COPY --from=xx / /
#              ^ all files of `xx` are laid over this stage's own
