#: declared before, as Docker spells it
FROM alpine:3.22
ARG TARGETARCH
ARG VERSION=1.2
RUN wget -qO /usr/bin/tool https://example.com/v1/tool_linux_arm64.tar.gz
#                                                            ^^^^^ this download is for `arm64`, whatever platform the image is built for
#?> Download for `TARGETARCH`
#+ RUN wget -qO /usr/bin/tool https://example.com/v1/tool_linux_${TARGETARCH}.tar.gz
RUN curl -fsSL "https://example.com/$VERSION/amd64/tool" -o /usr/bin/tool
#                                            ^^^^^ this download is for `amd64`, whatever platform the image is built for
#?> Download for `TARGETARCH`
#+ RUN curl -fsSL "https://example.com/$VERSION/${TARGETARCH}/tool" -o /usr/bin/tool
ADD https://example.com/tool-linux-amd64 /usr/bin/tool
#                                  ^^^^^ this download is for `amd64`, whatever platform the image is built for
#?> Download for `TARGETARCH`
#+ ADD https://example.com/tool-linux-${TARGETARCH} /usr/bin/tool

#: spelt otherwise, declared elsewhere, in single quotes
FROM --platform=$BUILDPLATFORM alpine:3.22 AS build
ARG TARGETPLATFORM
RUN wget -qO /usr/bin/tool https://example.com/tool-linux-x86_64
#                                                         ^^^^^^ this download is for `x86_64`, whatever platform the image is built for
RUN wget -qO /usr/bin/tool https://example.com/tool-linux-amd64
#                                                         ^^^^^ this download is for `amd64`, whatever platform the image is built for
FROM alpine:3.22
ARG TARGETARCH
RUN wget -qO /usr/bin/tool 'https://example.com/tool-linux-amd64'
#                                                          ^^^^^ this download is for `amd64`, whatever platform the image is built for

#: by the architecture
FROM alpine:3.22
ARG TARGETARCH
RUN wget -qO /usr/bin/tool https://example.com/tool-linux-${TARGETARCH}
RUN wget -qO /usr/bin/tool "https://example.com/$(uname -m)/amd64"
RUN if [ "$TARGETARCH" = amd64 ]; then wget -qO /usr/bin/tool https://example.com/tool-linux-amd64; fi

#: part of another word, or no download
FROM alpine:3.22
ARG TARGETARCH
RUN wget -qO /usr/bin/tool-amd64 https://example.com/myamd64tool
RUN echo https://example.com/tool-linux-amd64

#: a stage of one platform
FROM --platform=linux/amd64 alpine:3.22
ARG TARGETARCH
RUN wget -qO /usr/bin/tool https://example.com/tool-linux-amd64

#: nobody says that it is built for several platforms
FROM alpine:3.22
ARG VERSION=1
RUN wget -qO /usr/bin/tool https://example.com/tool-linux-amd64
