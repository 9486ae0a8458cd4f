#: signals
FROM debian:12
STOPSIGNAL SIGQUITT
#          ^^^^^^^^ `SIGQUITT` is no signal, such as `SIGTERM` or `15`, so Docker refuses the file: invalid signal: SIGQUITT
STOPSIGNAL 0
#          ^ `0` is no signal, such as `SIGTERM` or `15`, so Docker refuses the file: invalid signal: 0
STOPSIGNAL sigquit
STOPSIGNAL RTMIN+3
STOPSIGNAL RTMIN+16
#          ^^^^^^^^ `RTMIN+16` is no signal, such as `SIGTERM` or `15`, so Docker refuses the file: invalid signal: RTMIN+16
STOPSIGNAL "SIGTERM"
STOPSIGNAL $SIGNAL
STOPSIGNAL SIGTERM # ask nicely
#          ^^^^^^^^^^^^^^^^^^^^ `SIGTERM # ask nicely` is no signal, such as `SIGTERM` or `15`, so Docker refuses the file: invalid signal: SIGTERM # ask nicely

#: folders
FROM scratch
VOLUME [""]
#       ^^ the folder's name is empty, so Docker refuses the file: VOLUME specified can not be an empty string
VOLUME ["/a", " "]
#             ^^^ the folder's name is empty, so Docker refuses the file: VOLUME specified can not be an empty string
VOLUME ''
#      ^^ the folder's name is empty, so Docker refuses the file: VOLUME specified can not be an empty string
VOLUME $UNSET
#      ^^^^^^ the folder's name is empty, so Docker refuses the file: VOLUME specified can not be an empty string

#: modes and owners
FROM debian:12
COPY --chmod=755 a /b
COPY --chmod=u=rwX,go-w a /b
COPY --chmod=0o755 a /b
#            ^^^^^ `0o755` is no octal number up to 7777, so Docker refuses the file: invalid chmod parameter: '0o755'. it should be octal string and between 0 and 07777
COPY --chmod=888 a /b
#            ^^^ `888` is no octal number up to 7777, so Docker refuses the file: invalid chmod parameter: '888'. it should be octal string and between 0 and 07777
COPY --chmod=17777 a /b
#            ^^^^^ `17777` is no octal number up to 7777, so Docker refuses the file: invalid chmod parameter: '17777'. it should be octal string and between 0 and 07777
COPY --chmod=exec a /b
#            ^^^^ `exec` is no mode, such as `755` or `u+x`, so Docker refuses the file: invalid syntax
COPY --chmod=$MODE a /b
COPY --link --chown=app a /b
#                   ^^^ with `--link` there is nothing to look a name up in: it takes numbers, so Docker refuses the file: --chown=app: user and group names can't be resolved when used with --link, use numeric uid[:gid] instead
COPY --link --chown=1000:app a /b
#                   ^^^^^^^^ with `--link` there is nothing to look a name up in: it takes numbers, so Docker refuses the file: --chown=1000:app: user and group names can't be resolved when used with --link, use numeric uid[:gid] instead
COPY --link --chown=1000:root a /b
COPY --link=false --chown=app a /b

#: checksums
FROM debian:12
ADD --checksum=sha256:aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa https://example.com/a /b
ADD --checksum=sha256:1234 https://example.com/a /b
#              ^^^^^^^^^^^ `sha256:1234` is no checksum, such as `sha256:…`, so Docker refuses the file: invalid checksum digest length
ADD --checksum=md5:1234 https://example.com/a /b
#              ^^^^^^^^ `md5:1234` is no checksum, such as `sha256:…`, so Docker refuses the file: unsupported digest algorithm
ADD --checksum=sha256:1234 a /b
#              ^^^^^^^^^^^ only what is downloaded has a checksum here, so Docker refuses the file: checksum requires HTTP(S) or Git sources
ADD --checksum=sha256:1234 https://example.com/a https://example.com/b /b/
#              ^^^^^^^^^^^ a checksum is that of one source, so Docker refuses the file: checksum can't be specified for multiple sources

#: COPY downloads nothing
FROM debian:12
COPY https://example.com/a /b
#    ^^^^^^^^^^^^^^^^^^^^^ COPY downloads nothing; ADD does, so Docker refuses the file: source can't be a URL for COPY
#?> Change it to ADD
#+ ADD https://example.com/a /b
copy --chown=1 git@example.com:a/b.git /c
#              ^^^^^^^^^^^^^^^^^^^^^^^ COPY clones no repository; ADD does, so Docker refuses the file: source can't be a git ref for COPY
#?> Change it to ADD
#+ add --chown=1 git@example.com:a/b.git /c
COPY --parents https://example.com/a.git /b
#              ^^^^^^^^^^^^^^^^^^^^^^^^^ COPY clones no repository; ADD does, so Docker refuses the file: source can't be a git ref for COPY
COPY http:/a /b
ENV SITE=https://example.com
COPY $SITE/a /b
#    ^^^^^^^ COPY downloads nothing; ADD does, so Docker refuses the file: source can't be a URL for COPY
#?> Change it to ADD
#+ ADD $SITE/a /b

#: repositories
FROM debian:12
ADD https://example.com/a.git?branch=main /b
ADD https://example.com/a.git?branch=main#v1 /b
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ what follows the `?` of the repository's address is wrong, so Docker refuses the file: ref conflicts: "v1" vs "refs/heads/main"
ADD https://example.com/a.git?depth=1 /b
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ what follows the `?` of the repository's address is wrong, so Docker refuses the file: unexpected query "depth"

#: a here document is no destination
FROM debian:12
COPY a <<EOF
#      ^^^^^ a here document cannot be the destination, so Docker refuses the file: COPY cannot accept a heredoc as a destination
text
EOF

#: options of BuildKit's checks
# check=skip=all;fail=true
#       ^^^^^^^^^^^^^^^^^^ `fail=true` is none of `skip=…`, `experimental=…` and `error=true`, so Docker refuses the file: failed to parse check options: invalid check option "fail=true"
FROM debian:12

#: the time of all files
ARG SOURCE_DATE_EPOCH=yesterday
#^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `yesterday` is no time in seconds, so Docker refuses the file: invalid SOURCE_DATE_EPOCH: yesterday
FROM debian:12

#: what is put off is refused later
FROM debian:12
ONBUILD STOPSIGNAL SIGQUITT
#                  ^^^^^^^^ `SIGQUITT` is no signal, such as `SIGTERM` or `15`, so Docker takes this file, but refuses those that build on the image: invalid signal: SIGQUITT
