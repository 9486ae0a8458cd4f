#: the first in each stage
FROM debian:12
RUN wget https://example.com/a && wget https://example.com/b
#   ^^^^ `wget` does not try again when a download fails
#?> Add `--retry-connrefused`
#+ RUN wget --retry-connrefused https://example.com/a && wget https://example.com/b
FROM debian:12
RUN wget https://example.com/a
#   ^^^^ `wget` does not try again when a download fails
#?> Add `--retry-connrefused`
#+ RUN wget --retry-connrefused https://example.com/a

#: told by an option
FROM debian:12
RUN wget --retry-connrefused https://example.com/a
RUN wget --version

#: told by a configuration
FROM debian:12
COPY .wgetrc /root/.wgetrc
RUN wget https://example.com/a
