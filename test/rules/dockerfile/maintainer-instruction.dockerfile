#: quotes are taken off
FROM alpine:3.20
MAINTAINER "Jane Doe"
#^^^^^^^^^ `MAINTAINER` is deprecated in favour of a label
#?> Replace it with a label
#+ LABEL org.opencontainers.image.authors="Jane Doe"

#: characters that a label would interpret
FROM alpine:3.20
MAINTAINER Jane "JD" Doe $HOME \ <jane@example.com>
#^^^^^^^^^ `MAINTAINER` is deprecated in favour of a label
#?> Replace it with a label
#+ LABEL org.opencontainers.image.authors="Jane \"JD\" Doe \$HOME \\ <jane@example.com>"

#: in small letters
from alpine:3.20
maintainer Jane Doe
#^^^^^^^^^ `MAINTAINER` is deprecated in favour of a label
#?> Replace it with a label
#+ label org.opencontainers.image.authors="Jane Doe"

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
#?> Replace it with a label
#+ LABEL org.opencontainers.image.authors="Jane `"JD`" Doe"

#: mended: quotes
FROM debian:12
MAINTAINER "Jane Doe"
#^^^^^^^^^ `MAINTAINER` is deprecated in favour of a label
#?> Replace it with a label
#+ LABEL org.opencontainers.image.authors="Jane Doe"

#: mended: characters with a meaning
FROM debian:12
MAINTAINER Jane "JD" $A \ b
#^^^^^^^^^ `MAINTAINER` is deprecated in favour of a label
#?> Replace it with a label
#+ LABEL org.opencontainers.image.authors="Jane \"JD\" \$A \\ b"

#: mended: small letters
FROM debian:12
maintainer Jane
#^^^^^^^^^ `MAINTAINER` is deprecated in favour of a label
#?> Replace it with a label
#+ label org.opencontainers.image.authors="Jane"

#: no fix: over lines
FROM a:1
MAINTAINER Jane \
#^^^^^^^^^ `MAINTAINER` is deprecated in favour of a label
 Doe
