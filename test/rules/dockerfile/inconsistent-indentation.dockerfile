#: by blanks and tabs, with what belongs to it
FROM debian:12
  RUN make && \
#^ this `RUN` is indented
#=> Take the indentation away
#+ RUN make && \
    make install
    # a comment
    CMD ["bash"]
#^^^ this `CMD` is indented
#=> Take the indentation away
#+ CMD ["bash"]

#: in stages {"indent": "  "}
ARG VERSION=12
FROM debian:12 AS base
RUN make
#^^ this `RUN` is not indented as the option has it
#=> Indent it
#+   RUN make
    RUN make install
#^^^ this `RUN` is not indented as the option has it
#=> Indent it
#+   RUN make install
  RUN done
  FROM base
#^ this `FROM` is indented
#=> Take the indentation away
#+ FROM base
  CMD ["bash"]

#: a file of one stage {"indent": "  "}
FROM debian:12
RUN make
