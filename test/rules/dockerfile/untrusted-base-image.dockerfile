#: another registry, also where a default brings it, and where files are taken from
ARG REGISTRY=registry.example.com
FROM $REGISTRY/debian:12
#    ^^^^^^^^^^^^^^^^^^^ `registry.example.com` is not among the trusted registries
FROM debian:12
COPY --from=registry.example.com/tools:1 /tool /tool
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `registry.example.com` is not among the trusted registries
RUN --mount=type=bind,from=registry.example.com:5000/x,target=/x true
#                          ^^^^^^^^^^^^^^^^^^^^^^^^^^^ `registry.example.com:5000` is not among the trusted registries

#: known ones, stages, contexts and scratch
FROM docker.io/library/debian:12 AS base
FROM ghcr.io/team/web:1
FROM base
COPY --from=base /a /a
COPY --from=context /a /a
FROM scratch

#: a list of one's own {"trustedRegistries": ["registry.example.com", "*.internal", "10.0.*"]}
FROM debian:12
#    ^^^^^^^^^ `docker.io` is not among the trusted registries
FROM registry.example.com/web:1
FROM mirror.internal/web:1
FROM 10.0.0.1:5000/web:1

#: Docker Hub by its name {"trustedRegistries": ["hub.docker.com"]}
FROM debian:12
FROM ghcr.io/team/web:1
#    ^^^^^^^^^^^^^^^^^^ `ghcr.io` is not among the trusted registries

#: an empty list trusts all {"trustedRegistries": []}
FROM registry.example.com/web:1
