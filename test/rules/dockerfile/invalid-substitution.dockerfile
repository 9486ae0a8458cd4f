#: modifiers that Docker does not know, and some that it does
FROM debian:12
ARG NAME=App
ENV A=${NAME,,} B=${NAME:-x} C=${NAME#A} D=${NAME/A/B} E=${NAME:1:2}
#     ^^^^^^^^^ a variable cannot be changed with `,` here, so Docker refuses the file: failed to process "${NAME,,}": unsupported modifier (,) in substitution
#                                                        ^^^^^^^^^^^ a variable cannot be changed with `:1` here, so Docker refuses the file: failed to process "${NAME:1:2}": unsupported modifier (:1) in substitution
LABEL a=${NAME^} b='${NAME^}'
#       ^^^^^^^^ a variable cannot be changed with `^` here, so Docker refuses the file: failed to process "${NAME^}": unsupported modifier (^) in substitution
RUN echo ${NAME,,}

#: quotes and brackets that are not closed
FROM debian:12
ENV A='b
#     ^^ a single quote is not closed, so Docker refuses the file: failed to process "'b": unexpected end of statement while looking for matching single-quote
LABEL description="it's
#                 ^^^^^ a double quote is not closed, so Docker refuses the file: failed to process "\"it's": unexpected end of statement while looking for matching double-quote
WORKDIR /a'b
#       ^^^^ a single quote is not closed, so Docker refuses the file: failed to process "/a'b": unexpected end of statement while looking for matching single-quote
USER ${NAME
#    ^^^^^^ a `${` is not closed, so Docker refuses the file: failed to process "${NAME": unsupported modifier (�) in substitution
ENV ${}=a
#   ^^^ there is no name in `${`, so Docker refuses the file: failed to process "${}": syntax error: bad substitution
COPY it's.txt /a
#    ^^^^^^^^ a single quote is not closed, so Docker refuses the file: failed to process "it's.txt": unexpected end of statement while looking for matching single-quote
EXPOSE "80
#      ^^^ a double quote is not closed, so Docker refuses the file: failed to process "\"80": unexpected end of statement while looking for matching double-quote
VOLUME /a"b
#      ^^^^ a double quote is not closed, so Docker refuses the file: failed to process "/a\"b": unexpected end of statement while looking for matching double-quote
ARG A='b
#     ^^ a single quote is not closed, so Docker refuses the file: failed to process "'b": unexpected end of statement while looking for matching single-quote
ARG '='
#     ^ a single quote is not closed, so Docker refuses the file: failed to process "'": unexpected end of statement while looking for matching single-quote
COPY --chown="it's" a /b
#    ^^^^^^^^^^^^^^ a single quote is not closed, so Docker refuses the file: failed to process "it's": unexpected end of statement while looking for matching single-quote

#: a variable has to be set
FROM scratch
ENV A=${B:?needed}
#     ^^^^^^^^^^^^ a variable that has to have a value has none, so Docker refuses the file: failed to process "${B:?needed}": B: needed
ENV C=
ENV D=${C:?}
#     ^^^^^^ a variable that has to have a value has none, so Docker refuses the file: failed to process "${C:?}": C: is not allowed to be empty

#: the base image, or an argument, may set it
FROM debian:12
ARG TOKEN
ENV A=${B:?} B=${TOKEN:?}

#: in the global scope
ARG TAG=${VERSION^^}
#       ^^^^^^^^^^^^ a variable cannot be changed with `^` here, so Docker refuses the file: failed to process "${VERSION^^}": unsupported modifier (^) in substitution
FROM debian:${TAG,,}
#    ^^^^^^^^^^^^^^^ a variable cannot be changed with `,` here, so Docker refuses the file: failed to process "debian:${TAG,,}": unsupported modifier (,) in substitution

#: in a here document quotes mean nothing
FROM debian:12
COPY <<EOF /a
it's ${NAME}
EOF
COPY <<EOF /a
${NAME,,}
#^^^^^^^^ a variable cannot be changed with `,` here, so Docker refuses the file: failed to process "${NAME,,}\n": unsupported modifier (,) in substitution
EOF
COPY <<'EOF' /a
${NAME,,}
EOF

#: in a mount
FROM debian:12
RUN --mount=type=cache,target=/${NAME^} make
#                      ^^^^^^^^^^^^^^^^ a variable cannot be changed with `^` here, so Docker refuses the file: failed to process "/${NAME^}": unsupported modifier (^) in substitution
