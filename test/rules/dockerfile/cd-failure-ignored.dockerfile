#: odd cases
FROM debian:12
RUN cd /src; make
#   ^^^^^^^ when this fails, `make` runs in another directory
#?> Stop when it fails
#+ RUN cd /src || exit 1; make
RUN mkdir -p /src && cd /src; make; make install
#                    ^^^^^^^ when this fails, `make` runs in another directory
#?> Stop when it fails
#+ RUN mkdir -p /src && cd /src || exit 1; make; make install
RUN cd /src \
#   ^^^^^^^ when this fails, `rm` runs in another directory
#?> Stop when it fails
#+ RUN cd /src || exit 1 \
 ; rm -rf *
RUN (cd $A; make)
#    ^^^^^ when this fails, `make` runs in another directory
#?> Stop when it fails
#+ RUN (cd $A || exit 1; make)

#: it stops, or nothing depends on it
FROM debian:12
RUN set -e; cd /src; make
RUN set -ex && cd /src; make
RUN cd /src && make
RUN cd /src || exit 1; make
RUN cd /; make
RUN make; cd /src
RUN (set -e; cd /src; make)
SHELL ["/bin/bash", "-ec"]
RUN cd /src; make
