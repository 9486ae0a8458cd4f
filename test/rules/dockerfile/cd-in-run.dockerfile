#: the working directory is put back, or set anew anyway
FROM debian:12
WORKDIR /src
RUN cd /opt/app && make && \
#   ^^^^^^^^^^^ `WORKDIR` changes the directory for all that comes after it
#?> Use `WORKDIR`, lines 3 to 4
#+ WORKDIR /opt/app
#+ RUN make && \
#+     make install
#+ WORKDIR /src
    make install
RUN cd /opt/app && make
#   ^^^^^^^^^^^ `WORKDIR` changes the directory for all that comes after it
#?> Use `WORKDIR`
#+ WORKDIR /opt/app
#+ RUN make
WORKDIR /app

#: what is no static path, and what stands before
FROM debian:12
WORKDIR /src
RUN cd "$HOME" && make
#   ^^^^^^^^^^ `WORKDIR` changes the directory for all that comes after it
RUN cd build && make
#   ^^^^^^^^ `WORKDIR` changes the directory for all that comes after it
RUN set -ex; cd /opt/app; make
#            ^^^^^^^^^^^ `WORKDIR` changes the directory for all that comes after it
RUN --mount=type=cache,target=/root/.cache cd /opt/app && make
#                                          ^^^^^^^^^^^ `WORKDIR` changes the directory for all that comes after it

#: in the middle of things, and on its own ground
FROM debian:12
RUN git clone https://example.com/app.git && cd app && make
RUN (cd /opt/app && make) && echo done
RUN cd /opt/app

#: each of them {"everyCd": true}
FROM debian:12
RUN git clone https://example.com/app.git && cd app && make
#                                            ^^^^^^ `WORKDIR` changes the directory for all that comes after it
RUN (cd /opt/app && make) && cd /opt/lib && make
#    ^^^^^^^^^^^ `WORKDIR` changes the directory for all that comes after it

#: with Windows line ends, and where the base image's directory is not known
FROM debian:12
RUN cd /opt/app && make
#   ^^^^^^^^^^^ `WORKDIR` changes the directory for all that comes after it
#?> Use `WORKDIR`
#+ WORKDIR /opt/app
#+ RUN make
#+ WORKDIR /
