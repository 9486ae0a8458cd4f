#: from the second on
FROM debian:12
RUN wget -q https://example.com/a && wget -q https://example.com/b
RUN curl -fsSLO https://example.com/c
#   ^^^^ this stage uses `wget` and `curl`, which do the same
RUN wget -q https://example.com/d
#   ^^^^ this stage uses `wget` and `curl`, which do the same

#: each stage for itself, and an installation is no use
FROM debian:12
RUN apt-get update && apt-get install -y curl wget
RUN wget -q https://example.com/a
FROM debian:12
RUN curl -fsSLO https://example.com/c
