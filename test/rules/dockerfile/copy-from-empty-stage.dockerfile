#: nothing is in it
FROM scratch AS files
ENV A=1
FROM files AS more
FROM debian:12
COPY --from=files /a /a
#           ^^^^^ the stage `files` begins from `scratch`, and nothing is copied into it
COPY --from=more /a /a
#           ^^^^ the stage `more` begins from `scratch`, and nothing is copied into it
RUN --mount=type=bind,from=0,target=/a true
#                          ^ the stage `0` begins from `scratch`, and nothing is copied into it

#: something is, or it is another image
FROM scratch AS files
COPY a /a
FROM files AS more
FROM scratch AS folder
WORKDIR /data
FROM debian:12
COPY --from=more /a /a
COPY --from=folder /data /data
