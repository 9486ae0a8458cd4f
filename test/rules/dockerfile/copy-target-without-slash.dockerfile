#: files, on request
FROM debian:12
COPY app.conf users.conf /srv/config
#                        ^^^^^^^^^^^ several files are copied to `/srv/config`, which without a slash at its end may be a single one
#?> Add a slash
#+ COPY app.conf users.conf /srv/config/
ADD app.conf users.conf /srv/config
#                       ^^^^^^^^^^^ several files are copied to `/srv/config`, which without a slash at its end may be a single one
#?> Add a slash
#+ ADD app.conf users.conf /srv/config/
COPY --chown=1:1 app.conf users.conf "/srv/config"
#                                    ^^^^^^^^^^^^^ several files are copied to `/srv/config`, which without a slash at its end may be a single one
#?> Add a slash
#+ COPY --chown=1:1 app.conf users.conf "/srv/config/"
COPY ["app.conf", "users.conf", "/srv/config"]
#                               ^^^^^^^^^^^^^ several files are copied to `/srv/config`, which without a slash at its end may be a single one
#?> Add a slash
#+ COPY ["app.conf", "users.conf", "/srv/config/"]

#: folders, safely
FROM debian:12
COPY src/ . /srv/app
#           ^^^^^^^^ several files are copied to `/srv/app`, which without a slash at its end may be a single one
#=> Add a slash
#+ COPY src/ . /srv/app/

#: a slash at the end
FROM debian:12
COPY app.conf users.conf /srv/config/
COPY ["app.conf", "users.conf", "/srv/config/"]
COPY app.conf users.conf $CONFIG/

#: one source
FROM debian:12
COPY *.conf /srv/config

#: folders that are known
FROM debian:12
WORKDIR /srv/app
COPY package.json package-lock.json .
COPY package.json package-lock.json ..
COPY package.json package-lock.json /srv/app
COPY run.sh stop.sh /usr/local/bin
RUN mkdir -p /srv/data
COPY one.csv two.csv /srv/data
COPY run.sh /srv/scripts/
COPY stop.sh check.sh /srv/scripts
COPY app.conf users.conf /

#: as hadolint has it {"knownFolders": false}
FROM debian:12
WORKDIR /srv/app
COPY package.json package-lock.json .
#                                   ^ several files are copied to `.`, which without a slash at its end may be a single one
#?> Add a slash
#+ COPY package.json package-lock.json ./
COPY run.sh stop.sh /usr/local/bin
#                   ^^^^^^^^^^^^^^ several files are copied to `/usr/local/bin`, which without a slash at its end may be a single one
#?> Add a slash
#+ COPY run.sh stop.sh /usr/local/bin/
ADD run.sh stop.sh /usr/local/bin
#                  ^^^^^^^^^^^^^^ several files are copied to `/usr/local/bin`, which without a slash at its end may be a single one
#?> Add a slash
#+ ADD run.sh stop.sh /usr/local/bin/

#: variables, known and not
FROM debian:12
ARG CONFIG=/srv/config
COPY app.conf users.conf $CONFIG
#                        ^^^^^^^ several files are copied to `/srv/config`, which without a slash at its end may be a single one
#?> Add a slash
#+ COPY app.conf users.conf $CONFIG/
COPY app.conf users.conf $ELSEWHERE
COPY app.conf users.conf /srv/$ELSEWHERE
COPY app.conf users.conf ${ELSEWHERE}-config
#                        ^^^^^^^^^^^^^^^^^^^ several files are copied to `${ELSEWHERE}-config`, which without a slash at its end may be a single one

#: here documents
FROM debian:12
COPY <<ONE <<TWO /srv/config
#                ^^^^^^^^^^^ several files are copied to `/srv/config`, which without a slash at its end may be a single one
#?> Add a slash
#+ COPY <<ONE <<TWO /srv/config/
one
ONE
two
TWO
