#: for the shell itself, and for one that is called
FROM debian:12
RUN <<EOF
#   ^^^^^ this script goes on when `apt-get` fails
#?> Begin with `set -e`, line 4
#+ set -e
#+ apt-get update
#!/bin/bash
apt-get update
make && make install
EOF
RUN bash <<EOF
#        ^^^^^ this script goes on when `make` fails
#?> Begin with `set -e`, line 8
#+   set -e
#+   make
  make
  make install
EOF

#: it stops
FROM debian:12
RUN <<EOF
set -eux
make
make install
EOF
RUN <<EOF
#!/bin/bash -e
make
make install
EOF
RUN bash -e <<EOF
make
make install
EOF
RUN <<EOF
make && \
make install
EOF
SHELL ["/bin/bash", "-ec"]
RUN <<EOF
make
make install
EOF

#: nothing is passed over
FROM debian:12
RUN <<EOF
export A=b
make
EOF
RUN <<EOF
make || echo failed
if [ -f a ]; then rm a; fi
make install
EOF
RUN cat <<EOF > /etc/app.conf
make
make install
EOF
RUN <<EOF
#!/usr/bin/env python3
import os
print(os.getcwd())
EOF
COPY <<EOF /run.sh
make
make install
EOF

#: with Windows line ends
FROM debian:12
RUN <<EOF
#   ^^^^^ this script goes on when `make` fails
#?> Begin with `set -e`, line 3
#+ set -e
#+ make
make
make install
EOF
