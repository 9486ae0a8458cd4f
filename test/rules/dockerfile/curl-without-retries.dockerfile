#: the first in each stage
FROM debian:12
RUN curl https://example.com/a && curl https://example.com/b
#   ^^^^ `curl` does not try again when a download fails
#?> Add `--retry 5`
#+ RUN curl --retry 5 https://example.com/a && curl https://example.com/b
FROM debian:12
RUN curl https://example.com/a
#   ^^^^ `curl` does not try again when a download fails
#?> Add `--retry 5`
#+ RUN curl --retry 5 https://example.com/a

#: told by an option
FROM debian:12
RUN curl --retry-connrefused https://example.com/a
RUN curl --version

#: told by a configuration
FROM debian:12
COPY .curlrc /root/.curlrc
RUN curl https://example.com/a
