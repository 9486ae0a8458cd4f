#: without a scheme
FROM debian:12
LABEL org.opencontainers.image.source="github.com/jane/web" \
#                                     ^^^^^^^^^^^^^^^^^^^^^ the label `org.opencontainers.image.source` holds no URL, but `github.com/jane/web`
#?> Write https://github.com/jane/web
#+ LABEL org.opencontainers.image.source="https://github.com/jane/web" \
      org.opencontainers.image.url=example.com \
#                                  ^^^^^^^^^^^ the label `org.opencontainers.image.url` holds no URL, but `example.com`
#?> Write https://example.com
#+       org.opencontainers.image.url=https://example.com \
      org.opencontainers.image.documentation='docs.example.com/web?v=1#top'
#                                            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the label `org.opencontainers.image.documentation` holds no URL, but `docs.example.com/web?v=1#top`
#?> Write https://docs.example.com/web?v=1#top
#+       org.opencontainers.image.documentation='https://docs.example.com/web?v=1#top'

#: as `git clone` takes it
FROM debian:12
LABEL org.opencontainers.image.source="git@github.com:jane/web.git"
#                                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the label `org.opencontainers.image.source` holds no URL, but `git@github.com:jane/web.git`
#?> Write https://github.com/jane/web
#+ LABEL org.opencontainers.image.source="https://github.com/jane/web"

#: words
FROM debian:12
LABEL org.opencontainers.image.url="see the README"
#                                  ^^^^^^^^^^^^^^^^ the label `org.opencontainers.image.url` holds no URL, but `see the README`
LABEL org.opencontainers.image.url the README
#                                  ^^^^^^^^^^ the label `org.opencontainers.image.url` holds no URL, but `the README`

#: a variable of known value is looked into, one of unknown value may hold a URL
FROM debian:12
ARG SOURCE
ARG HOST=example.com
LABEL org.opencontainers.image.source="$SOURCE"
LABEL org.opencontainers.image.url="https://$HOST/web"
LABEL org.opencontainers.image.documentation="$HOST/web"
#                                            ^^^^^^^^^^^ the label `org.opencontainers.image.documentation` holds no URL, but `example.com/web`

#: as hadolint has it {"variables": true}
FROM debian:12
LABEL org.opencontainers.image.source="$SOURCE"
#                                     ^^^^^^^^^ the label `org.opencontainers.image.source` holds no URL, but `$SOURCE`

#: labels of one's own {"labels": ["home"]}
FROM debian:12
LABEL home=nowhere org.opencontainers.image.url=nowhere
#          ^^^^^^^ the label `home` holds no URL, but `nowhere`

#: URLs of several kinds, empty ones and other labels
FROM debian:12
LABEL org.opencontainers.image.source="git+ssh://git@example.com/jane/web" org.opencontainers.image.url=""
LABEL org.opencontainers.image.documentation=https://[::1]:8080/a%20b?c#d url=nowhere
