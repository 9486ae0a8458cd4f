#: however the number is given
FROM debian:12
ARG UID=12345678
RUN useradd --uid=1234567 app
#           ^^^^^^^^^^^^^ `useradd` makes a log file that is as large as this number demands
#=> Add `-l`
#+ RUN useradd -l --uid=1234567 app
RUN useradd -mu 1234567 app
#               ^^^^^^^ `useradd` makes a log file that is as large as this number demands
#=> Add `-l`
#+ RUN useradd -l -mu 1234567 app
RUN useradd -u "${UID}" app
#              ^^^^^^^^ `useradd` makes a log file that is as large as this number demands
#=> Add `-l`
#+ RUN useradd -l -u "${UID}" app
RUN useradd -m -u 999999 \
#                 ^^^^^^ `useradd` makes a log file that is as large as this number demands
#=> Add `-l`
#+ RUN useradd -l -m -u 999999 \
  -s /bin/bash app

#: small numbers, and no log
FROM debian:12
ARG SMALL=1000
RUN useradd -u 10001 app
RUN useradd -u $SMALL app
RUN useradd -u $OTHER app
RUN useradd -l -u 1234567 app
RUN useradd --no-log-init -u 1234567 app
RUN useradd -ml -u 1234567 app

#: any variable {"everyVariable": true}
FROM debian:12
ARG SMALL=1000
RUN useradd -u $SMALL app
#              ^^^^^^ `useradd` makes a log file that is as large as this number demands
#=> Add `-l`
#+ RUN useradd -l -u $SMALL app
RUN useradd -u 10001 app
