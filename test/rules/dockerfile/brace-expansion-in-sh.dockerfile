#: on Debian, and several of them
FROM debian:12
RUN mkdir -p /app/{bin,lib}
#                 ^^^^^^^^^ `dash` does not expand braces: this is one name
#?> Write the words out
#+ RUN mkdir -p /app/bin /app/lib
RUN touch file{1..3}
#             ^^^^^^ `dash` does not expand braces: this is one name
RUN rm -rf /tmp/* /var/{tmp,cache}/*
#                      ^^^^^^^^^^^ `dash` does not expand braces: this is one name
#?> Write the words out
#+ RUN rm -rf /tmp/* /var/tmp/* /var/cache/*
RUN find . -exec rm {} \;
RUN echo "{a,b}"

#: BusyBox
FROM alpine:3.20
RUN mkdir -p /app/{bin,lib}
#                 ^^^^^^^^^ `ash` does not expand braces: this is one name
#?> Write the words out
#+ RUN mkdir -p /app/bin /app/lib
RUN touch file{1..3}
#             ^^^^^^ `ash` does not expand braces: this is one name
RUN rm -rf /tmp/* /var/{tmp,cache}/*
#                      ^^^^^^^^^^^ `ash` does not expand braces: this is one name
#?> Write the words out
#+ RUN rm -rf /tmp/* /var/tmp/* /var/cache/*
RUN find . -exec rm {} \;
RUN echo "{a,b}"

#: shells that know it
FROM fedora:41
RUN mkdir -p /app/{bin,lib}
FROM debian:12
SHELL ["/bin/bash", "-c"]
RUN mkdir -p /app/{bin,lib}
FROM example.com/base:1
RUN mkdir -p /app/{bin,lib}

#: wherever it is called sh {"everyShell": true}
FROM example.com/base:1
RUN mkdir -p /app/{bin,lib}
#                 ^^^^^^^^^ `sh` does not expand braces: this is one name
#?> Write the words out
#+ RUN mkdir -p /app/bin /app/lib
SHELL ["/bin/bash", "-c"]
RUN mkdir -p /app/{bin,lib}
