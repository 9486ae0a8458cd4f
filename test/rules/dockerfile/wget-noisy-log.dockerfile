#: GNU's, BusyBox's, and nobody knows
FROM debian:12
RUN wget -O app.tar.gz https://example.com/app.tar.gz \
#   ^^^^ `wget` writes its progress into the build log, line by line
#=> Add `--progress=dot:giga`
#+ RUN wget --progress=dot:giga -O app.tar.gz https://example.com/app.tar.gz \
 && sudo wget https://example.com/b
#        ^^^^ `wget` writes its progress into the build log, line by line
#=> Add `--progress=dot:giga`
#+  && sudo wget --progress=dot:giga https://example.com/b
FROM alpine:3.20
RUN wget https://example.com/app.tar.gz
#   ^^^^ `wget` writes its progress into the build log, line by line
#?> Add `-q`
#+ RUN wget -q https://example.com/app.tar.gz
FROM example.com/base:1
RUN wget https://example.com/app.tar.gz
#   ^^^^ `wget` writes its progress into the build log, line by line
#?> Add `-q`
#+ RUN wget -q https://example.com/app.tar.gz

#: quiet ones
FROM debian:12
RUN wget -q https://example.com/a && wget -nv https://example.com/b && wget -cqO c https://example.com/c
RUN wget --progress=bar:force https://example.com/a && wget --no-verbose https://example.com/b && wget -o log https://example.com/c

#: an exec form
FROM debian:12
RUN ["wget", "https://example.com/a"]
#    ^^^^^^ `wget` writes its progress into the build log, line by line
#=> Add `--progress=dot:giga`
#+ RUN ["wget", "--progress=dot:giga", "https://example.com/a"]
