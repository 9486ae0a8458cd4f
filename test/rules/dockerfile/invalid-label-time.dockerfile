#: a day, a day and a time
FROM debian:12
LABEL org.opencontainers.image.created="2026-01-31"
#                                      ^^^^^^^^^^^^ the label `org.opencontainers.image.created` holds no time as RFC 3339 writes it, but `2026-01-31`
#?> Write 2026-01-31T00:00:00Z
#+ LABEL org.opencontainers.image.created="2026-01-31T00:00:00Z"
LABEL org.opencontainers.image.created="2026-01-31 10:00:00"
#                                      ^^^^^^^^^^^^^^^^^^^^^ the label `org.opencontainers.image.created` holds no time as RFC 3339 writes it, but `2026-01-31 10:00:00`
#?> Write 2026-01-31T10:00:00Z
#+ LABEL org.opencontainers.image.created="2026-01-31T10:00:00Z"
LABEL org.opencontainers.image.created=2026-01-31T10:00:00.5
#                                      ^^^^^^^^^^^^^^^^^^^^^ the label `org.opencontainers.image.created` holds no time as RFC 3339 writes it, but `2026-01-31T10:00:00.5`
#?> Write 2026-01-31T10:00:00.5Z
#+ LABEL org.opencontainers.image.created=2026-01-31T10:00:00.5Z

#: no time, or none that there is
FROM debian:12
LABEL org.opencontainers.image.created="today"
#                                      ^^^^^^^ the label `org.opencontainers.image.created` holds no time as RFC 3339 writes it, but `today`
LABEL org.opencontainers.image.created="2026-02-30"
#                                      ^^^^^^^^^^^^ the label `org.opencontainers.image.created` holds no time as RFC 3339 writes it, but `2026-02-30`
LABEL org.opencontainers.image.created="2026-01-31T25:00:00Z"
#                                      ^^^^^^^^^^^^^^^^^^^^^^ the label `org.opencontainers.image.created` holds no time as RFC 3339 writes it, but `2026-01-31T25:00:00Z`

#: times
FROM debian:12
ARG DATE
LABEL org.opencontainers.image.created="2026-01-31T10:00:00Z"
LABEL org.opencontainers.image.created="2024-02-29t10:00:00.123+01:00"
LABEL org.opencontainers.image.created=$DATE
LABEL created=today
