#: before and between words
FROM  debian:12   AS  base
#   ^^ one blank would do
#=> Leave one blank
#+ FROM debian:12   AS  base
#              ^^^ one blank would do
#=> Leave one blank
#+ FROM  debian:12 AS  base
#                   ^^ one blank would do
#=> Leave one blank
#+ FROM  debian:12   AS base
COPY   --chown=web   a  b   /app/
#   ^^^ one blank would do
#=> Leave one blank
#+ COPY --chown=web   a  b   /app/
#                 ^^^ one blank would do
#=> Leave one blank
#+ COPY   --chown=web a  b   /app/
#                     ^^ one blank would do
#=> Leave one blank
#+ COPY   --chown=web   a b   /app/
#                        ^^^ one blank would do
#=> Leave one blank
#+ COPY   --chown=web   a  b /app/
ENV  A=1   B="a  b"
#  ^^ one blank would do
#=> Leave one blank
#+ ENV A=1   B="a  b"
#       ^^^ one blank would do
#=> Leave one blank
#+ ENV  A=1 B="a  b"
ARG	C
#  	 one blank would do
#=> Leave one blank
#+ ARG C
RUN  --mount=type=cache,target=/a   make   install   "a  b"  && cd   /app
#  ^^ one blank would do
#=> Leave one blank
#+ RUN --mount=type=cache,target=/a   make   install   "a  b"  && cd   /app
#                                ^^^ one blank would do
#=> Leave one blank
#+ RUN  --mount=type=cache,target=/a make   install   "a  b"  && cd   /app
#                                       ^^^ one blank would do
#=> Leave one blank
#+ RUN  --mount=type=cache,target=/a   make install   "a  b"  && cd   /app
#                                                 ^^^ one blank would do
#=> Leave one blank
#+ RUN  --mount=type=cache,target=/a   make   install "a  b"  && cd   /app
#                                                                 ^^^ one blank would do
#=> Leave one blank
#+ RUN  --mount=type=cache,target=/a   make   install   "a  b"  && cd /app
EXPOSE 80  443
#        ^^ one blank would do
#=> Leave one blank
#+ EXPOSE 80 443
ONBUILD  RUN   make
#      ^^ one blank would do
#=> Leave one blank
#+ ONBUILD RUN   make
#           ^^^ one blank would do
#=> Leave one blank
#+ ONBUILD  RUN make

#: in commands, which become part of the image, and in arrays
FROM debian:12
CMD   serve   --quiet
#  ^^^ one blank would do
#=> Leave one blank
#+ CMD serve   --quiet
ENTRYPOINT  ["serve",   "--quiet"]
#         ^^ one blank would do
#=> Leave one blank
#+ ENTRYPOINT ["serve",   "--quiet"]
ENV A  a   b
MAINTAINER  Jane   Doe
#         ^^ one blank would do
#=> Leave one blank
#+ MAINTAINER Jane   Doe

#: over lines, where they indent, and before a continuation
FROM debian:12
RUN make   \
      install   --all
#            ^^^ one blank would do
#=> Leave one blank
#+       install --all
LABEL a=1     \
      b=2

#: in here documents
FROM debian:12
RUN <<EOF
make   install
EOF
