#: quotes are taken off
FROM alpine:3.20
MAINTAINER "Jane Doe"
#^^^^^^^^^ `MAINTAINER` is deprecated in favour of a label

#: characters that a label would interpret
FROM alpine:3.20
MAINTAINER Jane "JD" Doe $HOME \ <jane@example.com>
#^^^^^^^^^ `MAINTAINER` is deprecated in favour of a label

#: in small letters
from alpine:3.20
maintainer Jane Doe
#^^^^^^^^^ `MAINTAINER` is deprecated in favour of a label

#: over several lines it is reported and left as it is
FROM alpine:3.20
MAINTAINER Jane Doe \
#^^^^^^^^^ `MAINTAINER` is deprecated in favour of a label
  # her address
  <jane@example.com>

#: without a name
FROM alpine:3.20
MAINTAINER
#^^^^^^^^^ `MAINTAINER` is deprecated in favour of a label

#: with the backquote as escape
# escape=`
FROM alpine:3.20
MAINTAINER Jane "JD" Doe
#^^^^^^^^^ `MAINTAINER` is deprecated in favour of a label

