#: by printf, in several steps, and by what is not plain
FROM debian:12
RUN printf 'a\nb\n' > /etc/app.conf
#   ^^^^^^^^^^^^^^^ `COPY` with a here document writes a file as it stands there
#?> Use `COPY` with a here document
#+ COPY <<'EOF' /etc/app.conf
#+ a
#+ b
#+ EOF
RUN echo "a" > /etc/app.conf && echo "b" >> /etc/app.conf
#   ^^^^^^^^ `COPY` with a here document writes a file as it stands there
RUN echo "$A" > /etc/app.conf
#   ^^^^^^^^^ `COPY` with a here document writes a file as it stands there
RUN printf '%s\n' a > /etc/app.conf
#   ^^^^^^^^^^^^^^^ `COPY` with a here document writes a file as it stands there

#: more than that
FROM debian:12
RUN echo a > /etc/app.conf && chmod 600 /etc/app.conf
RUN echo a > /dev/null
RUN echo a | tee /etc/app.conf
RUN make > /tmp/log
