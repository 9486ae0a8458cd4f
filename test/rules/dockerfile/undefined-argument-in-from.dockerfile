#: nothing like it, something like it, and further down
ARG BASE_IMAGE=debian
FROM ${BASE}
#    ^^^^^^^ nothing declares `BASE` above the first `FROM`
#?> Declare BASE above the first FROM
#+ ARG BASE
#+ FROM ${BASE}
FROM ${BASE_IMGE}:12
#    ^^^^^^^^^^^^ nothing declares `BASE_IMGE` above the first `FROM`, but `BASE_IMAGE`
#?> Change it to BASE_IMAGE
#+ FROM ${BASE_IMAGE}:12
FROM $TAG AS web
#    ^^^^ `TAG` is declared below the first `FROM`, where no `FROM` sees it
#?> Declare TAG above the first FROM, line 2
#+ ARG TAG
#+ FROM ${BASE}
ARG TAG
FROM --platform=$BUILDPLATFRM debian:12
#               ^^^^^^^^^^^^^ nothing declares `BUILDPLATFRM` above the first `FROM`, but `BUILDPLATFORM`
#?> Change it to BUILDPLATFORM
#+ FROM --platform=$BUILDPLATFORM debian:12

#: Docker's own, and a name above that has no default
ARG TAG
FROM --platform=$BUILDPLATFORM debian:$TAG

#: what the text has a value for
FROM ${BASE:-debian:12}
FROM debian${SUFFIX+:12}

#: what the text has a value for, where that counts {"fallbacks": true}
FROM ${BASE:-debian:12}
#    ^^^^^^^^^^^^^^^^^^ nothing declares `BASE` above the first `FROM`
#?> Declare BASE above the first FROM
#+ ARG BASE
#+ FROM ${BASE:-debian:12}

#: quotes and escapes, after a comment of the file's own
# the base
FROM "debian:$VERSION"
#            ^^^^^^^^ nothing declares `VERSION` above the first `FROM`
#?> Declare VERSION above the first FROM
#+ ARG VERSION
#+ FROM "debian:$VERSION"
FROM debian:\$VERSION
