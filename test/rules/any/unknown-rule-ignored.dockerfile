#: a name that is close to a rule's
# hullwright ignore=relative-workdirs
#                   ^^^^^^^^^^^^^^^^^ No rule is named `relative-workdirs`; did you mean `relative-workdir`?
#?> Replace with `relative-workdir`
#+ # hullwright ignore=relative-workdir
FROM alpine:3.20

#: a name like no rule's
# hullwright ignore=everything
#                   ^^^^^^^^^^ No rule is named `everything`
#?> Stop ignoring `everything`, lines 1 to 2
#+ FROM alpine:3.20
FROM alpine:3.20

#: no name
# hullwright ignore
#^^^^^^^^^^^^^^^^^^ This comment names no rule to ignore
FROM alpine:3.20

#: other linters' names, whether there is such a rule or not
# hadolint ignore=DL3008,DL9999,SC2086
# check=skip=UndefinedVar,buildkit/SomethingNew
FROM alpine:3.20

#: a mistyped name of BuildKit's
# hullwright ignore=WorkdirRelativPath
#                   ^^^^^^^^^^^^^^^^^^ No rule is named `WorkdirRelativPath`; did you mean `WorkdirRelativePath`?
#?> Replace with `WorkdirRelativePath`
#+ # hullwright ignore=WorkdirRelativePath
FROM alpine:3.20

#: in the whole file
# hullwright file ignore=DL300
#                        ^^^^^ No rule is named `DL300`
#?> Stop ignoring `DL300`, lines 1 to 2
#+ FROM alpine:3.20
FROM alpine:3.20
