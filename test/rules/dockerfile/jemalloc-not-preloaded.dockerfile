#: each name
FROM ruby:3.3-alpine
RUN apk add --no-cache jemalloc tzdata
#                      ^^^^^^^^ nothing preloads jemalloc, so that Ruby does not use it
#?> Preload jemalloc
#+ RUN apk add --no-cache jemalloc tzdata
#+ ENV LD_PRELOAD=libjemalloc.so.2

#: a trigger
FROM ruby:3.3
ONBUILD RUN apt-get install -y libjemalloc2

#: it is preloaded
FROM ruby:3.3
RUN apt-get update && apt-get install -y libjemalloc2
ENV LD_PRELOAD=/usr/lib/x86_64-linux-gnu/libjemalloc.so.2

#: a link to it
FROM ruby:3.3
RUN apt-get update && apt-get install -y libjemalloc2 && ln -s /usr/lib/*/libjemalloc.so.2 /usr/local/lib/libjemalloc.so

#: a script that may do it
FROM ruby:3.3
RUN apt-get update && apt-get install -y libjemalloc2
ENTRYPOINT ["/rails/bin/docker-entrypoint"]

#: another image
FROM redis:7
RUN apt-get update && apt-get install -y libjemalloc2
