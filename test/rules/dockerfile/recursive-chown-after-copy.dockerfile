#: owner and mode
FROM debian:12
COPY src /app
RUN chown -R web:web /app
#   ^^^^^^^^^^^^^^^^^^^^^ `chown -R` stores what was copied to `/app` a second time
#?> Set it with `--chown`, lines 2 to 4
#+ COPY --chown=web:web src /app
#+ 

#: owner and mode, 2
FROM debian:12
COPY . /srv/app/
RUN chmod --recursive 755 /srv
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^ `chmod -R` stores what was copied to `/srv/app` a second time

#: owner and mode, 3
FROM debian:12
WORKDIR /app
COPY . .
RUN useradd web && chown -R web .
#                  ^^^^^^^^^^^^^^ `chown -R` stores what was copied to `/app` a second time

#: the RUN comes right behind
FROM debian:12
COPY src /app/
# for the server
RUN chown -R 1000:1000 /app
#   ^^^^^^^^^^^^^^^^^^^^^^^ `chown -R` stores what was copied to `/app` a second time
#?> Set it with `--chown`, lines 2 to 5
#+ COPY --chown=1000:1000 src /app/
#+ # for the server
#+ 

#: two in a row
FROM debian:12
COPY src /app
COPY lib /app
RUN chown -R web /app
#   ^^^^^^^^^^^^^^^^^ `chown -R` stores what was copied to `/app` a second time
#?> Set it with `--chown`, lines 2 to 5
#+ COPY --chown=web src /app
#+ COPY --chown=web lib /app
#+ 

#: all in the folder
FROM debian:12
COPY src /app
RUN chown -R web /app/*
#   ^^^^^^^^^^^^^^^^^^^ `chown -R` stores what was copied to `/app` a second time

#: in the stage that it begins with
FROM debian:12 AS base
COPY src /app
FROM base
RUN chown -R web /app
#   ^^^^^^^^^^^^^^^^^ `chown -R` stores what was copied to `/app` a second time

#: another folder, a part of it, or behind a cd
FROM debian:12
COPY src /app
RUN chown -R web /data && chown -R web /app/cache && cd /data && chown -R web .

#: not recursive, sometimes, before
FROM debian:12
RUN chown -R web /app
COPY src /app
RUN chown web /app
RUN if [ -d /app ]; then chown -R web /app; fi

#: in a stage that is thrown away
FROM debian:12 AS build
COPY src /app
RUN chown -R web /app
FROM debian:12
COPY --from=build /app/out /app

#: the same, in every stage {"everyStage": true}
FROM debian:12 AS build
COPY src /app
RUN chown -R web /app
#   ^^^^^^^^^^^^^^^^^ `chown -R` stores what was copied to `/app` a second time
#?> Set it with `--chown`, lines 2 to 4
#+ COPY --chown=web src /app
#+ FROM debian:12
FROM debian:12
COPY --from=build /app/out /app
