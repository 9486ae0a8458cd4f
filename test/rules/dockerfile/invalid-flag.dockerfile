#: the instruction has no such flag
FROM --arch=linux/amd64 debian:12
#    ^^^^^^ FROM has no flag `--arch`, so Docker refuses the file: unknown flag: --arch
COPY --form=builder /a /b
#    ^^^^^^ COPY has no flag `--form`, but `--from`, so Docker refuses the file: unknown flag: --form (did you mean from?)
#?> Change it to --from
#+ COPY --from=builder /a /b
ADD --from=builder /a /b
#   ^^^^^^ ADD has no flag `--from`, so Docker refuses the file: unknown flag: --from
RUN --user=root make
#   ^^^^^^ RUN has no flag `--user`, so Docker refuses the file: unknown flag: --user
RUN --mont=type=cache,target=/root/.cache make
#   ^^^^^^ RUN has no flag `--mont`, but `--mount`, so Docker refuses the file: unknown flag: --mont (did you mean mount?)
#?> Change it to --mount
#+ RUN --mount=type=cache,target=/root/.cache make
ENV --a A=b
#   ^^^ ENV has no flag `--a`, so Docker refuses the file: unknown flag: --a
CMD --once run
#   ^^^^^^ CMD has no flag `--once`, so Docker refuses the file: unknown flag: --once
copy --Link a /b
#    ^^^^^^ COPY has no flag `--Link`, but `--link`, so Docker refuses the file: unknown flag: --Link (did you mean link?)
#?> Change it to --link
#+ copy --link a /b
WORKDIR --parents /a
#       ^^^^^^^^^ WORKDIR has no flag `--parents`, so Docker refuses the file: unknown flag: --parents
ONBUILD --now RUN make
#       ^^^^^ ONBUILD has no flag `--now`, so Docker refuses the file: unknown flag: --now
HEALTHCHECK --intervall=30s CMD curl
#           ^^^^^^^^^^^ HEALTHCHECK has no flag `--intervall`, but `--interval`, so Docker refuses the file: unknown flag: --intervall (did you mean interval?)
#?> Change it to --interval
#+ HEALTHCHECK --interval=30s CMD curl

#: of these Docker looks at no flags
FROM debian:12
ARG --a=b A
STOPSIGNAL --a 9
HEALTHCHECK --interval=30s NONE

#: given twice
FROM debian:12
COPY --chown=1 --chown=2 a /b
#              ^^^^^^^^^ `--chown` is given twice, so Docker refuses the file: duplicate flag specified: --chown
COPY --exclude=a --exclude=b . /b
RUN --network=none --network=host make
#                  ^^^^^^^^^^^^^^ `--network` is given twice, so Docker refuses the file: duplicate flag specified: --network
RUN --mount=type=cache,target=/a --mount=type=cache,target=/b make

#: without a value, and a blank for the equals sign
FROM debian:12 AS builder
FROM debian:12
COPY --from builder /a /b
#    ^^^^^^ `--from` lacks its value, so Docker refuses the file: missing a value on flag: --from
#?> Give it builder
#+ COPY --from=builder /a /b
COPY --chown app:app . /b
#    ^^^^^^^ `--chown` lacks its value, so Docker refuses the file: missing a value on flag: --chown
#?> Give it app:app
#+ COPY --chown=app:app . /b
COPY --from builder /b
#    ^^^^^^ `--from` lacks its value, so Docker refuses the file: missing a value on flag: --from
COPY --link= a /b
#    ^^^^^^^ `--link=` lacks its value, so Docker refuses the file: missing a value on flag: --link
COPY --link a /b
COPY --from= a /b
ADD --checksum a /b
#   ^^^^^^^^^^ `--checksum` lacks its value, so Docker refuses the file: missing a value on flag: --checksum
HEALTHCHECK --interval= CMD curl
HEALTHCHECK --interval CMD curl
#           ^^^^^^^^^^ `--interval` lacks its value, so Docker refuses the file: missing a value on flag: --interval

#: true or false
FROM debian:12
COPY --link=yes a /b
#           ^^^ `--link` is `true` or `false`, so Docker refuses the file: expecting boolean value for flag --link, not: yes
COPY --parents=TRUE a /b
ADD --keep-git-dir=1 a /b
#                  ^ `--keep-git-dir` is `true` or `false`, so Docker refuses the file: expecting boolean value for flag --keep-git-dir, not: 1

#: durations and retries
FROM debian:12
HEALTHCHECK --interval=30 --timeout=1m30s --start-period=.5h --retries=3 CMD curl
#                      ^^ `30` lacks its unit, as in `30s`, so Docker refuses the file: time: missing unit in duration "30"
HEALTHCHECK --interval=1min --start-interval=100us CMD curl
#                      ^^^^ `1min` is no duration, such as `1m30s`, so Docker refuses the file: time: invalid duration "1min"
#                                            ^^^^^ `100us` is too short, so Docker refuses the file: Interval "start-interval" cannot be less than 1ms
HEALTHCHECK --timeout=-3s --retries=-1 CMD curl
#                     ^^^ `-3s` is too short, so Docker refuses the file: Interval "timeout" cannot be less than 1ms
#                                   ^^ a number of retries is not negative, so Docker refuses the file: --retries cannot be negative (-1)
HEALTHCHECK --timeout=0 --retries=0 CMD curl
HEALTHCHECK --timeout=$TIMEOUT --retries=three CMD curl
#                     ^^^^^^^^ `$TIMEOUT` is no duration, such as `1m30s`, so Docker refuses the file: time: invalid duration "$TIMEOUT"
#                                        ^^^^^ `three` is no whole number, so Docker refuses the file: strconv.ParseInt: parsing "three": invalid syntax

#: networks and sandboxes
FROM debian:12
RUN --network=hots make
#             ^^^^ `--network` is one of default, none, host, so Docker refuses the file: invalid network mode "hots"
#?> Change it to host
#+ RUN --network=host make
RUN --network=bridge make
#             ^^^^^^ `--network` is one of default, none, host, so Docker refuses the file: invalid network mode "bridge"
RUN --network= make
#             | `--network` is one of default, none, host, so Docker refuses the file: invalid network mode ""
RUN --security=insecure make
RUN --security=privileged make
#              ^^^^^^^^^^ `--security` is one of sandbox, insecure, so Docker refuses the file: security "privileged" is not valid

#: mounts
FROM debian:12
RUN --mount=typ=cache,target=/a make
#           ^^^ a mount has no `typ`, so Docker refuses the file: unexpected key 'typ' in 'typ=cache' (did you mean type?)
#?> Change it to type
#+ RUN --mount=type=cache,target=/a make
RUN --mount=type=cach,target=/a make
#                ^^^^ a mount is one of bind, cache, tmpfs, secret, ssh, so Docker refuses the file: unsupported mount type "cach"
#?> Change it to cache
#+ RUN --mount=type=cache,target=/a make
RUN --mount=type=volume,target=/a make
#                ^^^^^^ a mount is one of bind, cache, tmpfs, secret, ssh, so Docker refuses the file: unsupported mount type "volume"
RUN --mount=type=cache,target=/a,z make
#                                ^ a mount has no option `z`, so Docker refuses the file: invalid field 'z' must be a key=value pair
RUN --mount=type=cache,target=/a,sharing=lock make
#                                        ^^^^ `sharing` is one of shared, private, locked, so Docker refuses the file: unsupported sharing value "lock"
RUN --mount=type=cache,target=/a,sharing make
#                                ^^^^^^^ `sharing` lacks its value, so Docker refuses the file: invalid field 'sharing' must be a key=value pair
RUN --mount=type=cache,target=/a,mode=0999,uid=app,gid=-1 make
#                                     ^^^^ `0999` is no octal number, so Docker refuses the file: invalid value 0999 for mode
#                                              ^^^ `app` is no number, so Docker refuses the file: invalid value app for uid
#                                                      ^^ `-1` is no number, so Docker refuses the file: invalid value -1 for gid
RUN --mount=type=tmpfs,target=/a,size=64mib make
RUN --mount=type=tmpfs,target=/a,size=lots make
#                                     ^^^^ `lots` is no size, such as `64m`, so Docker refuses the file: invalid value for size: lots
RUN --mount=type=bind,target=/a,readonly=yes,rw make
#                                        ^^^ `readonly` is `true` or `false`, so Docker refuses the file: invalid value for readonly: yes
RUN --mount=type=bind,target=/a,uid=1000 make
#                               ^^^^^^^^ a mount of type bind has no `uid`, so Docker refuses the file: uid not allowed for "bind" type mounts
RUN --mount=type=bind,target=/a,size=1m make
#                               ^^^^^^^ a mount of type bind has no `size`, so Docker refuses the file: unexpected key 'size' for mount type 'bind'
RUN --mount=type=bind,target=/a,required make
#                               ^^^^^^^^ a mount of type bind has no `required`, so Docker refuses the file: unexpected key 'required' for mount type 'bind'
RUN --mount=type=bind,target=/a,sharing=locked make
#                               ^^^^^^^^^^^^^^ only a cache has `sharing`, so Docker refuses the file: invalid cache sharing set for bind mount
RUN --mount=type=secret make
#           ^^^^^^^^^^^ the secret has no `id`, so Docker refuses the file: invalid secret mount. one of source, target required
RUN --mount=type=secret,id=a,src=b make
#           ^^^^^^^^^^^^^^^^^^^^^^ `source` and `id` both name the secret, so Docker refuses the file: both source and id can't be set
RUN --mount=type=secret,id=a,from=b,sharing=shared make
#                            ^^^^^^ a secret comes from no stage, so Docker refuses the file: secret mount should not have a from
#                                   ^^^^^^^^^^^^^^ a secret is not shared, so Docker refuses the file: secret mount should not define sharing
RUN --mount=type=secret,id=a,env=TOKEN,required=true,mode=0400 make
RUN --mount=type=ssh,source=a make
#                    ^^^^^^^^ a socket of SSH has no `source`, so Docker refuses the file: ssh does not support source
RUN --mount=type=ssh,required make
RUN --mount= make
#           | the list of values is broken, so Docker refuses the file: failed to parse csv mounts: EOF
RUN --mount=type=cache,target=a\"b make
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the list of values is broken, so Docker refuses the file: failed to parse csv mounts: parse error on line 1, column 20: bare " in non-quoted-field
RUN --mount=type=bind,from=$IMAGE,target=/a make
#                     ^^^^^^^^^^^ variables are not replaced in `from`; a stage that begins with the image can be named instead, so Docker refuses the file: 'from' doesn't support variable expansion, define alias stage instead
RUN --mount=type=cache,id=$ID,target=/$FOLDER make
RUN --device=a,b make
#              ^ `b` lacks its value, so Docker refuses the file: invalid field 'b' must be a key=value pair

#: a mount on the root
FROM debian:12
RUN --mount=type=cache make
#           ^^^^^^^^^^ without a `target` the mount would hide the whole image, so Docker refuses the file: invalid mount target "/"
RUN --mount=type=cache,target=/ make
#                      ^^^^^^^^ the mount would hide the whole image, so Docker refuses the file: invalid mount target "/"
RUN --mount=type=bind,target=. make
#                     ^^^^^^^^ the mount would hide the whole image, so Docker refuses the file: invalid mount target "/"
WORKDIR /src
RUN --mount=type=bind,target=. make
RUN --mount=type=bind make
RUN --mount=type=bind,target=.. make
#                     ^^^^^^^^^ the mount would hide the whole image, so Docker refuses the file: invalid mount target "/"
FROM example.com/tools
RUN --mount=type=bind make

#: over lines, and with quotes
FROM debian:12
RUN --mount=type=cache,target=/a \
    --mount="type=cache,tarket=/b" \
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ a mount has no `tarket`, so Docker refuses the file: unexpected key 'tarket' in 'tarket=/b' (did you mean target?)
    --network=non \
#             ^^^ `--network` is one of default, none, host, so Docker refuses the file: invalid network mode "non"
#?> Change it to none
#+     --network=none \
    make

#: a front end that may know more
# syntax=docker/dockerfile:1-labs
FROM debian:12
RUN --gpu=all --mount=type=overlay,target=/a make

#: one that does not
# syntax=docker/dockerfile:1.7
FROM debian:12
RUN --gpu=all make
#   ^^^^^ RUN has no flag `--gpu`, so Docker refuses the file: unknown flag: --gpu

#: what is put off is refused later
FROM debian:12
ONBUILD COPY --form=builder /a /b
#            ^^^^^^ COPY has no flag `--form`, but `--from`, so Docker takes this file, but refuses those that build on the image: unknown flag: --form (did you mean from?)
#?> Change it to --from
#+ ONBUILD COPY --from=builder /a /b
