#: with comments between them
FROM debian:12
RUN mkdir /app

# who owns it
RUN chown www-data /app
#^^ this `RUN` could be one with the `RUN` before it
#?> Join it with the `RUN` before, lines 2 to 5
#+ RUN mkdir /app \
#+ # who owns it
#+  && chown www-data /app
RUN chmod 750 /app
#^^ this `RUN` could be one with the `RUN` before it

#: what differs, and what is more than a command
FROM debian:12
RUN --mount=type=cache,target=/root/.cache make
RUN make install
RUN apt-get update && apt-get install -y curl
RUN mkdir /app
COPY . /app
RUN make

#: where they cannot be joined
FROM debian:12
RUN false || true
RUN ["make"]
RUN make install
#^^ this `RUN` could be one with the `RUN` before it

#: the same flags, and a shell with a script
FROM debian:12
RUN --network=none make
RUN --network=none make install
#^^ this `RUN` could be one with the `RUN` before it
#?> Join it with the `RUN` before, lines 2 to 3
#+ RUN --network=none make \
#+  && make install
RUN sh -c "make && make install"

#: a stage that is thrown away
FROM debian:12 AS build
RUN mkdir /app
RUN make
FROM debian:12
COPY --from=build /app /app

#: here documents stay apart
FROM debian:12
RUN <<EOF
make
EOF
RUN make install

#: on Windows
FROM mcr.microsoft.com/windows/servercore:ltsc2022
RUN mkdir C:\app
RUN copy C:\a C:\b
#^^ this `RUN` could be one with the `RUN` before it
RUN copy C:\c C:\d && dir
