#: wherever it stands
FROM alpine:3.20
RUN apk add --no-cache --allow-untrusted glibc.apk
#                      ^^^^^^^^^^^^^^^^^ `--allow-untrusted` installs packages without looking for a signature
#?> Leave out `--allow-untrusted`
#+ RUN apk add --no-cache glibc.apk
RUN apk --allow-untrusted add --no-cache \
#       ^^^^^^^^^^^^^^^^^ `--allow-untrusted` installs packages without looking for a signature
#?> Leave out `--allow-untrusted`
#+ RUN apk add --no-cache \
  glibc.apk
RUN OPTIONS="--no-cache --allow-untrusted" && apk add $OPTIONS glibc.apk
#                                                     ^^^^^^^^ `--allow-untrusted` installs packages without looking for a signature

#: without it
FROM alpine:3.20
RUN apk add --no-cache curl && echo --allow-untrusted
