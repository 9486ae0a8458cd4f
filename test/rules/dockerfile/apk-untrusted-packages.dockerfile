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

#: somebody's signature, looked at before
FROM alpine:3.20
ARG VERSION=18.6.2
RUN gpg --verify "/tmp/tools_${VERSION}.sig" "/tmp/tools_${VERSION}.apk" \
 && apk add --allow-untrusted "/tmp/tools_${VERSION}.apk" \
 && apk add --allow-untrusted /tmp/other.apk
#           ^^^^^^^^^^^^^^^^^ `--allow-untrusted` installs packages without looking for a signature
#?> Leave out `--allow-untrusted`
#+  && apk add /tmp/other.apk
