#: alone and among others
FROM debian:12
ARG REVISION
LABEL org.opencontainers.image.revision=$REVISION
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Buildx can set `org.opencontainers.image.revision` by itself
#?> Leave it to Buildx, lines 3 to 4
#+ LABEL title=web com.docker.image.source.entrypoint=Dockerfile
LABEL title=web com.docker.image.source.entrypoint=Dockerfile
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Buildx can set `com.docker.image.source.entrypoint` by itself
#?> Leave it to Buildx
#+ LABEL title=web

#: with a comment
FROM debian:12
LABEL title=web \
      # the commit
      org.opencontainers.image.revision=4f2a9c1
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Buildx can set `org.opencontainers.image.revision` by itself

#: only images that are run get them
FROM debian:12 AS build
LABEL org.opencontainers.image.revision=4f2a9c1
FROM debian:12
COPY --from=build /web /web
LABEL org.opencontainers.image.source=https://example.com/web

#: in full {"labels": ["org.opencontainers.image.source"]}
FROM debian:12
LABEL org.opencontainers.image.source=https://example.com/web
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ Buildx can set `org.opencontainers.image.source` by itself
#?> Leave it to Buildx, lines 2 to 3
