#: alone, first, last {"labels": ["title"]}
FROM debian:12
LABEL name=web
#     ^^^^ `name` is not among the labels that are agreed upon
#?> Remove the label, lines 2 to 3
#+ LABEL name=web title=web
LABEL name=web title=web
#     ^^^^ `name` is not among the labels that are agreed upon
#?> Remove the label
#+ LABEL title=web
LABEL title=web name=web
#               ^^^^ `name` is not among the labels that are agreed upon
#?> Remove the label
#+ LABEL title=web

#: over several lines {"labels": ["title", "vendor"]}
FROM debian:12
LABEL title=web \
      name=web \
#     ^^^^ `name` is not among the labels that are agreed upon
#?> Remove the label, lines 3 to 4
#+       vendor=Jane
      vendor=Jane

#: with a comment {"labels": ["title", "vendor"]}
FROM debian:12
LABEL title=web \
      name=web \
#     ^^^^ `name` is not among the labels that are agreed upon
      # who made it
      vendor=Jane

#: a key that only the build knows {"labels": ["title"]}
FROM debian:12
LABEL $KEY=web

#: nothing is agreed upon {"labels": []}
FROM debian:12
LABEL name=web

#: where none is agreed upon {"labels": [], "allowNone": true}
FROM debian:12
LABEL maintainer="jane@example.com"
#     ^^^^^^^^^^ `maintainer` is not among the labels that are agreed upon
#?> Remove the label, lines 2 to 3
