#: a number
FROM debian:12
COPY run.sh stop.sh /usr/local/bin/
RUN chmod 0755 /usr/local/bin/run.sh /usr/local/bin/stop.sh
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `chmod` stores `run.sh` a second time, where `COPY --chmod` does not
#=> Set the mode with `--chmod`, lines 2 to 4
#+ COPY --chmod=0755 run.sh stop.sh /usr/local/bin/
#+ COPY run.sh /run
COPY run.sh /run
# as it is started
RUN chmod 755 /run
#   ^^^^^^^^^^^^^^ `chmod` stores `run` a second time, where `COPY --chmod` does not
#=> Set the mode with `--chmod`, lines 4 to 7
#+ COPY --chmod=755 run.sh /run
#+ # as it is started
#+ 

#: what depends on the mode that the file has, and a name that may be a folder's
FROM debian:12
COPY run.sh /usr/local/bin/run
RUN chmod +x /usr/local/bin/run
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ `chmod` stores `run` a second time, where `COPY --chmod` does not
#?> Set the mode with `--chmod`, lines 2 to 4
#+ COPY --chmod=755 run.sh /usr/local/bin/run
#+ COPY run /usr/local/bin/
COPY run /usr/local/bin/
RUN chmod 755 /usr/local/bin/run
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `chmod` stores `run` a second time, where `COPY --chmod` does not
#?> Set the mode with `--chmod`, lines 4 to 6
#+ COPY --chmod=755 run /usr/local/bin/
#+ 

#: a here document, and a relative name
FROM debian:12
WORKDIR /srv
COPY <<EOF run.sh
echo hello
EOF
RUN chmod 755 run.sh
#   ^^^^^^^^^^^^^^^^ `chmod` stores `run.sh` a second time, where `COPY --chmod` does not
#=> Set the mode with `--chmod`, lines 3 to 7
#+ COPY --chmod=755 <<EOF run.sh
#+ echo hello
#+ EOF
#+ 

#: for others, or some of the files
FROM debian:12
COPY run.sh /run.sh
RUN chmod g+w /run.sh
#   ^^^^^^^^^^^^^^^^^ `chmod` stores `run.sh` a second time, where `COPY --chmod` does not
COPY run.sh app.conf /srv/
RUN chmod 755 /srv/run.sh
#   ^^^^^^^^^^^^^^^^^^^^^ `chmod` stores `run.sh` a second time, where `COPY --chmod` does not

#: something between, or beside it
FROM debian:12
COPY run.sh /run.sh
ENV A=b
RUN chmod 755 /run.sh
COPY run.sh /run.sh
RUN chmod 755 /run.sh && /run.sh
COPY --chmod=700 run.sh /run.sh
RUN chmod 755 /run.sh
COPY run.sh /run.sh
RUN chmod 755 /other.sh
COPY run.sh /run.sh
RUN chmod -R 755 /run.sh
