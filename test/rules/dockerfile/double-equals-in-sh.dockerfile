#: on Debian, and several of them
FROM debian:12
RUN if [ "$TARGETARCH" == "arm64" ]; then echo arm; fi
#                      ^^ the `[` of `dash` knows no `==`
#?> Use `=`
#+ RUN if [ "$TARGETARCH" = "arm64" ]; then echo arm; fi
RUN test a == b
#          ^^ the `[` of `dash` knows no `==`
#?> Use `=`
#+ RUN test a = b

#: BusyBox
FROM alpine:3.20
RUN if [ "$TARGETARCH" == "arm64" ]; then echo arm; fi
RUN test a == b

#: shells that know it
FROM fedora:41
RUN if [ "$TARGETARCH" == "arm64" ]; then echo arm; fi
FROM debian:12
SHELL ["/bin/bash", "-c"]
RUN if [ "$TARGETARCH" == "arm64" ]; then echo arm; fi
FROM example.com/base:1
RUN if [ "$TARGETARCH" == "arm64" ]; then echo arm; fi

#: wherever it is called sh {"everyShell": true}
FROM example.com/base:1
RUN if [ "$TARGETARCH" == "arm64" ]; then echo arm; fi
#                      ^^ the `[` of `sh` knows no `==`
#?> Use `=`
#+ RUN if [ "$TARGETARCH" = "arm64" ]; then echo arm; fi
SHELL ["/bin/bash", "-c"]
RUN if [ "$TARGETARCH" == "arm64" ]; then echo arm; fi
