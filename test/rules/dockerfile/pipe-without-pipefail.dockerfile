#: on Debian Bash is there, and one SHELL serves the stage
FROM debian:12
RUN curl -fsSL https://example.com/install.sh | bash
#   ^^^^ when `curl` fails, the pipe to `bash` hides it
#?> Use Bash with `pipefail` from here on
#+ SHELL ["/bin/bash", "-o", "pipefail", "-c"]
#+ RUN curl -fsSL https://example.com/install.sh | bash
RUN curl -fsSL https://example.com/more.sh | bash
#   ^^^^ when `curl` fails, the pipe to `bash` hides it

#: on Alpine the shell knows the option
FROM alpine:3.20
RUN apk add --no-cache curl \
 # the release
 && curl -fsSL https://example.com/app.tar.gz | tar -xz
#   ^^^^ when `curl` fails, the pipe to `tar` hides it
#?> Begin with `set -o pipefail`, line 2
#+ RUN set -o pipefail && apk add --no-cache curl \

#: set in the script, or for it
FROM alpine:3.20
RUN set -eo pipefail; curl -fsSL https://example.com/app.tar.gz | tar -xz
RUN set -o pipefail && curl -fsSL https://example.com/app.tar.gz | tar -xz
RUN set -euxo pipefail && (curl -fsSL https://example.com/app.tar.gz | tar -xz)
RUN set -o pipefail; set +o pipefail; curl -fsSL https://example.com/app.tar.gz | tar -xz
#                                     ^^^^ when `curl` fails, the pipe to `tar` hides it
RUN bash -o pipefail -c "curl -fsSL https://example.com/app.tar.gz | tar -xz"
RUN <<EOF
set -o pipefail
curl -fsSL https://example.com/app.tar.gz | tar -xz
EOF
RUN <<EOF
#!/bin/bash -eo pipefail
curl -fsSL https://example.com/app.tar.gz | tar -xz
EOF

#: a stage has the shell of the stage that it is built on, by whatever path
FROM debian:12 AS base
SHELL ["/usr/bin/bash", "-o", "pipefail", "-c"]
FROM base
RUN curl -fsSL https://example.com/install.sh | bash
FROM alpine:3.20
SHELL ["/bin/ash", "-eo", "pipefail", "-c"]
RUN wget -qO- https://example.com/install.sh | sh
FROM debian:12
SHELL ["/bin/bash", "-euxo", "pipefail", "-c"]
RUN curl -fsSL https://example.com/install.sh | bash

#: what hardly ever fails, and a failure that is handled
FROM alpine:3.20
RUN echo "deb https://example.com stable main" | tee /etc/apt/sources.list.d/example.list
RUN yes | sdkmanager --licenses
RUN if curl -fsSL https://example.com | grep -q ok; then echo fine; fi
RUN curl -fsSL https://example.com | grep -q ok || true
RUN curl -fsSL https://example.com/a || curl -fsSL https://example.com/b

#: all of them {"everyPipe": true}
FROM alpine:3.20
RUN echo "deb https://example.com stable main" | tee /etc/apt/sources.list.d/example.list
#   ^^^^ when `echo` fails, the pipe to `tee` hides it
#?> Begin with `set -o pipefail`
#+ RUN set -o pipefail && echo "deb https://example.com stable main" | tee /etc/apt/sources.list.d/example.list
RUN version="$(curl -fsSL https://example.com | grep tag | head -n 1)" && echo "$version"
#              ^^^^ when `curl` fails, the pipe to `grep` hides it
#?> Begin with `set -o pipefail`
#+ RUN set -o pipefail && version="$(curl -fsSL https://example.com | grep tag | head -n 1)" && echo "$version"

#: no shell like this
FROM mcr.microsoft.com/windows/servercore:ltsc2022
RUN curl https://example.com/install.ps1 | powershell -

#: in a trigger, and where Bash is the shell without the option
FROM alpine:3.20
ONBUILD RUN wget -qO- https://example.com/install.sh | sh
#           ^^^^ when `wget` fails, the pipe to `sh` hides it
#?> Begin with `set -o pipefail`
#+ ONBUILD RUN set -o pipefail && wget -qO- https://example.com/install.sh | sh
FROM debian:12
SHELL ["/bin/bash", "-c"]
RUN curl -fsSL https://example.com/install.sh | sh
#   ^^^^ when `curl` fails, the pipe to `sh` hides it
#?> Begin with `set -o pipefail`
#+ RUN set -o pipefail && curl -fsSL https://example.com/install.sh | sh
FROM example.com/base:1
RUN curl -fsSL https://example.com/install.sh | sh
#   ^^^^ when `curl` fails, the pipe to `sh` hides it
