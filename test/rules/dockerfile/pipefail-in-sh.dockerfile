#: on Debian, and several of them
FROM debian:12
RUN set -o pipefail && wget -qO- https://example.com/a | tar -x
#       ^^^^^^^^^^^ `dash` has no option `pipefail`
RUN set -euxo pipefail; true
#       ^^^^^^^^^^^^^^ `dash` has no option `pipefail`
RUN bash -c "set -o pipefail; true"

#: BusyBox
FROM alpine:3.20
RUN set -o pipefail && wget -qO- https://example.com/a | tar -x
RUN set -euxo pipefail; true
RUN bash -c "set -o pipefail; true"

#: shells that know it
FROM fedora:41
RUN set -o pipefail && wget -qO- https://example.com/a | tar -x
FROM debian:12
SHELL ["/bin/bash", "-c"]
RUN set -o pipefail && wget -qO- https://example.com/a | tar -x
FROM example.com/base:1
RUN set -o pipefail && wget -qO- https://example.com/a | tar -x

#: wherever it is called sh {"everyShell": true}
FROM example.com/base:1
RUN set -o pipefail && wget -qO- https://example.com/a | tar -x
#       ^^^^^^^^^^^ `sh` has no option `pipefail`
SHELL ["/bin/bash", "-c"]
RUN set -o pipefail && wget -qO- https://example.com/a | tar -x
