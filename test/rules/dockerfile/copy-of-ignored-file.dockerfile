#: a line, a folder above, in their order
FROM debian:12
COPY app.log conf/secret.key ./src/lib.ts docs /srv/
#    ^^^^^^^ `.dockerignore` leaves `app.log` out of the build, by its line `*.log`
#            ^^^^^^^^^^^^^^^ `.dockerignore` leaves `conf/secret.key` out of the build, by its line `**/*.key`
#                            ^^^^^^^^^^^^ `.dockerignore` leaves `src/lib.ts` out of the build, by its line `src`
#                                         ^^^^ `.dockerignore` leaves `docs` out of the build, by its line `docs`
ADD /app.log /srv/
#   ^^^^^^^^ `.dockerignore` leaves `app.log` out of the build, by its line `*.log`
#:: .dockerignore
*.log
**/*.key
src
!src/main.ts
docs/

#: an exception brings back
FROM debian:12
COPY app.log src dist /srv/
#:: .dockerignore
*
!app.log
!src/**

#: as BuildKit has it, which gives up at an exception {"exceptions": false}
FROM debian:12
COPY app.log /srv/
#:: .dockerignore
*.log
!other

#: the Dockerfile's own list comes before the other
FROM debian:12
COPY app.log /srv/
COPY app.txt /srv/
#    ^^^^^^^ `Dockerfile.dockerignore` leaves `app.txt` out of the build, by its line `*.txt`
#:: .dockerignore
*.log
#:: Dockerfile.dockerignore
*.txt

#: patterns, and all of the folder
FROM debian:12
COPY *.log /srv/
#    ^^^^^ `.dockerignore` leaves `*.log` out of the build, by its line `*.log`
COPY . /srv/
#:: .dockerignore
*.log

#: nothing is sent
FROM debian:12
COPY . /srv/
#    ^ `.dockerignore` leaves `.` out of the build, by its line `**`
#:: .dockerignore
# nothing
**

#: not from the context
FROM debian:12 AS build
FROM debian:12
COPY --from=build app.log /srv/
ADD https://example.com/app.log /srv/
COPY <<app.log /srv/
app.log
COPY $SOURCE /srv/
#:: .dockerignore
*.log

#: no list, and one that Docker refuses
FROM debian:12
COPY app.log /srv/
#:: app.log

#: one that Docker refuses
FROM debian:12
COPY app.log /srv/
#:: .dockerignore
*.log
!

#: a Compose file builds with another folder
FROM debian:12
COPY app.log /srv/
#:: .dockerignore
*.log
#:: compose.yaml
services:
  web:
    build:
      context: ..
      dockerfile: web/Dockerfile
