#: in three dialects
FROM alpine:latest
# hadolint ignore=DL3018,DL3019
#                 ^^^^^^ a comment ignores `DL3018`
#                        ^^^^^^ a comment ignores `DL3019`
RUN apk add curl
# hullwright ignore=apk-leftover-cache
#                   ^^^^^^^^^^^^^^^^^^ a comment ignores `apk-leftover-cache`
RUN apk add curl

#: other comments
# escape=\
FROM alpine:3.22
# why
RUN make

#: not asked for {"comments": false}
# hullwright ignore=from-latest-tag
FROM alpine:latest
