#: above the instruction that it is about
FROM alpine:3.20
# hullwright ignore=relative-workdir
WORKDIR app

#: an empty line in between
FROM alpine:3.20
# hullwright ignore=relative-workdir
#                   ^^^^^^^^^^^^^^^^ `relative-workdir` reports nothing here
#?> Stop ignoring `relative-workdir`, lines 2 to 3

WORKDIR app

#: one name of several
FROM alpine:3.20
# hullwright ignore=relative-workdir,from-latest-tag both had a reason once
#                                    ^^^^^^^^^^^^^^^ `from-latest-tag` reports nothing here
#?> Stop ignoring `from-latest-tag`
#+ # hullwright ignore=relative-workdir both had a reason once
WORKDIR app

#: in the whole file
# hullwright file ignore=from-latest-tag
#                        ^^^^^^^^^^^^^^^ `from-latest-tag` reports nothing here
#?> Stop ignoring `from-latest-tag`, lines 1 to 2
#+ FROM alpine:3.20
FROM alpine:3.20

#: a parser directive
# check=skip=from-latest-tag;error=true
#            ^^^^^^^^^^^^^^^ `from-latest-tag` reports nothing here
#?> Stop ignoring `from-latest-tag`
#+ # check=error=true
FROM alpine:3.20

#: between the lines of an instruction
FROM alpine:3.20
RUN apk add --no-cache curl \
 # hullwright ignore=from-latest-tag
#                    ^^^^^^^^^^^^^^^ `from-latest-tag` reports nothing here
#?> Stop ignoring `from-latest-tag`, lines 3 to 4
#+  git
 git

#: another linter's name is left alone
# hadolint ignore=DL3007,SC2086
FROM alpine:3.20

#: another linter's name, asked for {"foreign": true}
# hadolint ignore=DL3007,SC2164
#                 ^^^^^^ `DL3007` reports nothing here
#?> Stop ignoring `DL3007`
#+ # hadolint ignore=SC2164
#                        ^^^^^^ `SC2164` reports nothing here
#?> Stop ignoring `SC2164`
#+ # hadolint ignore=DL3007
FROM alpine:3.20

#: nobody's name is for unknown-rule-ignored to report
# hullwright ignore=latest
FROM alpine:3.20
