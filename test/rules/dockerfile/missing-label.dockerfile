#: of two that are asked for one {"labels": ["title", "vendor"]}
FROM debian:12
#    ^^^^^^^^^ the image has no label `vendor`
LABEL title=web

#: from below, and from a stage of which only files are taken {"labels": ["title"]}
FROM golang:1.24 AS build
FROM debian:12 AS base
LABEL "title"=web
FROM base
COPY --from=build /web /web

#: of several images {"labels": ["title"]}
FROM debian:12 AS web
#    ^^^^^^^^^ the image has no label `title`
FROM debian:12 AS worker
LABEL title=worker
FROM debian:12
#    ^^^^^^^^^ the image has no label `title`
ONBUILD LABEL title=web

#: every stage {"labels": ["title"], "everyStage": true}
FROM golang:1.24 AS build
FROM golang:1.24 AS test
#    ^^^^^^^^^^^ the image has no label `title`
FROM debian:12 AS base
FROM base
COPY --from=build /web /web
LABEL title=web

#: none is asked for {"labels": []}
FROM debian:12
