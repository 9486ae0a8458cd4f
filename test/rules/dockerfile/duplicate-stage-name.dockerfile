#: in any case
FROM debian:12 AS web
FROM debian:12 AS Web
#                 ^^^ there is a stage `web` already
FROM debian:12 AS WEB
#                 ^^^ there is a stage `web` already

#: a stage that is built on one of the same name
FROM debian:12 AS web
FROM web AS web
#           ^^^ there is a stage `web` already

#: names that only begin alike, and stages without one
FROM debian:12 AS web
FROM web AS web-test
FROM debian:12
FROM debian:12
