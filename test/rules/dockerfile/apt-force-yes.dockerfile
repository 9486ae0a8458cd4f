#: with an answer, and as the answer
FROM debian:12
RUN apt-get update && apt-get install -y --force-yes nginx
#                                        ^^^^^^^^^^^ `--force-yes` goes on where a package is not signed, or the system breaks
#?> Leave out `--force-yes`
#+ RUN apt-get update && apt-get install -y nginx
RUN apt-get install -qy --force-yes nginx
#                       ^^^^^^^^^^^ `--force-yes` goes on where a package is not signed, or the system breaks
#?> Leave out `--force-yes`
#+ RUN apt-get install -qy nginx
RUN apt-get install --force-yes nginx
#                   ^^^^^^^^^^^ `--force-yes` goes on where a package is not signed, or the system breaks
#?> Answer yes with `-y`
#+ RUN apt-get install -y nginx
RUN ["apt-get", "--force-yes", "install", "nginx"]
#               ^^^^^^^^^^^^^ `--force-yes` goes on where a package is not signed, or the system breaks
#?> Answer yes with `-y`
#+ RUN ["apt-get", "-y", "install", "nginx"]
RUN APT="--force-yes" && apt-get install -y $APT nginx
#                                           ^^^^ `--force-yes` goes on where a package is not signed, or the system breaks

#: others
FROM debian:12
RUN apt-get install -y --allow-downgrades nginx && make --force-yes
