#: with a redirection and an assignment
FROM debian:12
RUN A=1 make > /tmp/log && make test \
#^^ 3 commands are chained, which a here document could list
#?> Use a here document, lines 2 to 3
#+ RUN <<EOF
#+ set -e
#+ A=1 make > /tmp/log
#+ make test
#+ make install
#+ EOF
 && make install

#: more than `&&`
FROM debian:12
RUN make && make test || make check && make install
#^^ 3 commands are chained, which a here document could list
RUN make \
#^^ 3 commands are chained, which a here document could list
  # the tests
  && make test \
  && make install
RUN make && make install

#: how many {"commands": 2}
FROM debian:12
RUN make && make install
#^^ 2 commands are chained, which a here document could list
#?> Use a here document
#+ RUN <<EOF
#+ set -e
#+ make
#+ make install
#+ EOF

#: in a trigger
FROM debian:12
ONBUILD RUN make && make test && make install
#       ^^^ 3 commands are chained, which a here document could list

#: a continuation that leads nowhere
FROM debian:12
RUN make && make test && make install \
#^^ 3 commands are chained, which a here document could list

