#: with comments and several lines
FROM debian:12
# how it starts
CMD ["serve", \
  "--quiet"]
HEALTHCHECK CMD ["check"]
RUN make
STOPSIGNAL SIGINT
#^^^^^^^^^ `STOPSIGNAL` does not stand where it is looked for: at the end of the stage, in the order `STOPSIGNAL`, `HEALTHCHECK`, `ENTRYPOINT`, `CMD`
USER web

#: an earlier stage
FROM debian:12 AS web
CMD ["serve"]
#^^ `CMD` does not stand where it is looked for: at the end of the stage, in the order `STOPSIGNAL`, `HEALTHCHECK`, `ENTRYPOINT`, `CMD`
RUN make

FROM debian:12 AS worker
CMD ["work"]
#^^ `CMD` does not stand where it is looked for: at the end of the stage, in the order `STOPSIGNAL`, `HEALTHCHECK`, `ENTRYPOINT`, `CMD`
RUN make

#: what would have another meaning
FROM debian:12
CMD serve
SHELL ["/bin/bash", "-c"]
RUN make
FROM debian:12
STOPSIGNAL $SIGNAL
#^^^^^^^^^ `STOPSIGNAL` does not stand where it is looked for: at the end of the stage, in the order `STOPSIGNAL`, `HEALTHCHECK`, `ENTRYPOINT`, `CMD`
ENV SIGNAL=SIGINT

#: without a line end
FROM debian:12
CMD ["serve"]
#^^ `CMD` does not stand where it is looked for: at the end of the stage, in the order `STOPSIGNAL`, `HEALTHCHECK`, `ENTRYPOINT`, `CMD`
RUN make
#<

#: several of a kind are another problem, and builders start nothing
FROM golang:1.24 AS build
CMD ["serve"]
RUN make
FROM debian:12
CMD ["one"]
RUN make
CMD ["two"]
#^^ `CMD` does not stand where it is looked for: at the end of the stage, in the order `STOPSIGNAL`, `HEALTHCHECK`, `ENTRYPOINT`, `CMD`
COPY --from=build /web /web

#: in order
FROM debian:12
RUN make
STOPSIGNAL SIGINT
HEALTHCHECK NONE
ENTRYPOINT ["serve"]
CMD ["--quiet"]
