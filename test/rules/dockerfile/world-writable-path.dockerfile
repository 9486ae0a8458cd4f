#: numbers and letters
FROM debian:12
RUN chmod 777 /data && chmod -R 0666 /srv/files
#         ^^^ with `777` everybody may write here
#?> Change it to 775
#+ RUN chmod 775 /data && chmod -R 0666 /srv/files
#                               ^^^^ with `0666` everybody may write here
#?> Change it to 0664
#+ RUN chmod 777 /data && chmod -R 0664 /srv/files
RUN chmod a+rwx /data && chmod ugo+rw,g+s /srv
#         ^^^^^ with `a+rwx` everybody may write here
#?> Change it to ug+rwx,o+rx
#+ RUN chmod ug+rwx,o+rx /data && chmod ugo+rw,g+s /srv
#                              ^^^^^^^^^^ with `ugo+rw,g+s` everybody may write here
RUN chmod o+w /data
#         ^^^ with `o+w` everybody may write here
RUN mkdir -m 777 /data && mkdir -pm 0777 /srv && install -d -m 0777 /opt/data
#            ^^^ with `777` everybody may write here
#?> Change it to 775
#+ RUN mkdir -m 775 /data && mkdir -pm 0777 /srv && install -d -m 0777 /opt/data
#                                   ^^^^ with `0777` everybody may write here
#?> Change it to 0775
#+ RUN mkdir -m 777 /data && mkdir -pm 0775 /srv && install -d -m 0777 /opt/data
#                                                              ^^^^ with `0777` everybody may write here
#?> Change it to 0775
#+ RUN mkdir -m 777 /data && mkdir -pm 0777 /srv && install -d -m 0775 /opt/data
COPY --chmod=777 run.sh /run.sh
#            ^^^ with `777` everybody may write here
#?> Change it to 775
#+ COPY --chmod=775 run.sh /run.sh
RUN ["chmod", "777", "/data"]
#             ^^^^^ with `777` everybody may write here

#: not for all, or only to be read
FROM debian:12
RUN chmod 755 /data && chmod g+rwX /data && chmod a+rx /data && chmod +w /data && chmod o-w /data && chmod a=r /data && chmod 644 /srv/file
RUN chmod $MODE /data && chmod --reference=/srv /data
COPY --chmod=0755 run.sh /run.sh

#: directories with the sticky bit, and what is there for everybody
FROM debian:12
RUN chmod 1777 /data && chmod a+rwxt /srv && chmod 777 /tmp && mkdir -m 1777 /srv/tmp && chmod 777 /tmp/app.sock
RUN chmod -R a+w $RUSTUP_HOME && chmod 777 "$PGDATA"

#: a stage whose files alone are taken
FROM debian:12 AS build
RUN chmod 777 /src

FROM debian:12
COPY --from=build /src /src
#: what programs write while they run, and folders that a variable names
FROM debian:12
RUN mkdir -p /run/app && chmod 777 /run/app /var/run/mysqld /var/lib/app
RUN chmod 0622 /var/spool/queue/trigger && mkdir /.cache && chmod -R 777 /.cache /srv/gradle-cache/
RUN mkdir -p -m 777 "$DATA_DIR" && mkdir -m 777 -p /var/log/app
RUN chmod 777 /var/lib/app /srv
#         ^^^ with `777` everybody may write here
#?> Change it to 775
#+ RUN chmod 775 /var/lib/app /srv
