#: a second root, and two of one number
FROM debian:12
RUN useradd -o -u 0 admin
#                   ^^^^^ `admin` has the number 0, which is that of `root`
RUN useradd -u 10001 app && useradd -ou 10001 web
#                                             ^^^ `web` has the number 10001, which is that of `app`
RUN adduser --uid 1002 one && adduser --uid 1002 two
#                                                ^^^ `two` has the number 1002, which is that of `one`

#: numbers of their own, or one account of two
FROM debian:12
RUN useradd -u 10001 app && useradd -u 10002 web
RUN useradd -o -u $UID other
RUN if true; then useradd -u 1003 one; else useradd -u 1003 two; fi
RUN useradd -u 10001 app || adduser -u 10001 app

FROM debian:12
RUN useradd -u 10001 other

#: made unless it is root's
FROM debian:12
ARG ID=0
RUN if [ $ID -ne 0 ]; then useradd -u $ID app; fi
