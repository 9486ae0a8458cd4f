#: itself, by name and by number
FROM debian:12 AS app
COPY --from=app /a /b
#           ^^^ a stage cannot take files from itself, so Docker refuses the file: circular dependency detected on stage: app
COPY --from=0 /a /b
#           ^ a stage cannot take files from itself, so Docker refuses the file: circular dependency detected on stage: app
RUN --mount=type=bind,from=App,target=/a make
#                          ^^^ a stage cannot take files from itself, so Docker refuses the file: circular dependency detected on stage: app

#: one below
FROM debian:12 AS app
COPY --from=tools /a /b
#           ^^^^^ the stage `tools` comes later in the file, so Docker refuses the file: cannot copy from stage "tools", it needs to be defined before current stage "app"
RUN --mount=type=bind,from=tools,target=/a make
#                          ^^^^^ the stage `tools` comes later in the file, so Docker refuses the file: cannot mount from stage "tools" to the target, stage needs to be defined before current command
FROM debian:12 AS tools

#: each other
FROM debian:12 AS app
COPY --from=tools /a /b
#           ^^^^^ the stage `tools` takes files from this one, so Docker refuses the file: circular dependency detected on stage: app
FROM debian:12 AS tools
COPY --from=app /a /b

#: numbers
FROM debian:12 AS app
COPY --from=1 /a /b
#           ^ the stage `1` takes files from this one, so Docker refuses the file: circular dependency detected on stage: app
COPY --from=-1 /a /b
#           ^^ there is no stage -1, so Docker refuses the file: invalid stage index -1
FROM debian:12
COPY --from=0 /a /b

#: variables are not replaced
FROM debian:12 AS app
COPY --from=$IMAGE /a /b
#           ^^^^^^ variables are not replaced in `--from`; a stage that begins with the image can be named instead, so Docker refuses the file: variable expansion is not supported for --from, define a new stage with FROM using ARG from global scope as a workaround
COPY --from="alpine" /a /b

#: an image, or a context of the build
FROM debian:12
COPY --from=tools /a /b
ONBUILD COPY --from=1 /a /b
