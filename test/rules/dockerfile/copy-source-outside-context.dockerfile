#: upwards
FROM debian:12
COPY ../shared/app.conf /etc/
#    ^^^^^^^^^^^^^^^^^^ `../shared/app.conf` leads out of the build context, which no file outside gets into
#?> Copy shared/app.conf
#+ COPY shared/app.conf /etc/
COPY ../../app.conf ./src/../../users.conf /etc/
#    ^^^^^^^^^^^^^^ `../../app.conf` leads out of the build context, which no file outside gets into
#?> Copy app.conf
#+ COPY app.conf ./src/../../users.conf /etc/
#                   ^^^^^^^^^^^^^^^^^^^^^^ `./src/../../users.conf` leads out of the build context, which no file outside gets into
#?> Copy users.conf
#+ COPY ../../app.conf users.conf /etc/
ADD ../rootfs.tar.gz /
#   ^^^^^^^^^^^^^^^^ `../rootfs.tar.gz` leads out of the build context, which no file outside gets into
#?> Copy rootfs.tar.gz
#+ ADD rootfs.tar.gz /

#: nothing is left, or it is in quotes
FROM debian:12
COPY .. /srv/
#    ^^ `..` leads out of the build context, which no file outside gets into
COPY "../shared/app.conf" /etc/
#    ^^^^^^^^^^^^^^^^^^^^ `../shared/app.conf` leads out of the build context, which no file outside gets into
COPY ["../shared/app.conf", "/etc/"]
#     ^^^^^^^^^^^^^^^^^^^^ `../shared/app.conf` leads out of the build context, which no file outside gets into

#: within
FROM debian:12
COPY src/../lib/app.conf /etc/
COPY /app.conf ./users.conf ..data /etc/

#: not from the context
FROM debian:12 AS build
FROM debian:12
WORKDIR /srv
COPY --from=build ../app /app
ADD https://example.com/../app.tar.gz /
COPY $SOURCE/../app.conf /etc/
