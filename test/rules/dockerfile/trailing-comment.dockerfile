#: Docker takes the words
FROM debian:12
WORKDIR /app # the application
#            ^^^^^^^^^^^^^^^^^ Docker has no comments behind an instruction: these words belong to `WORKDIR`
#?> Give the comment a line of its own
#+ # the application
#+ WORKDIR /app
USER app #root
USER app # not root
#        ^^^^^^^^^^ Docker has no comments behind an instruction: these words belong to `USER`
#?> Give the comment a line of its own
#+ # not root
#+ USER app
COPY a b # two files
#        ^^^^^^^^^^^ Docker has no comments behind an instruction: these words belong to `COPY`
#?> Give the comment a line of its own
#+ # two files
#+ COPY a b
ADD a "b" # two files
#         ^^^^^^^^^^^ Docker has no comments behind an instruction: these words belong to `ADD`
#?> Give the comment a line of its own
#+ # two files
#+ ADD a "b"
VOLUME /data   # where all is
#              ^^^^^^^^^^^^^^ Docker has no comments behind an instruction: these words belong to `VOLUME`
#?> Give the comment a line of its own
#+ # where all is
#+ VOLUME /data
ARG VERSION=1 # the first
#             ^^^^^^^^^^^ Docker has no comments behind an instruction: these words belong to `ARG`
#?> Give the comment a line of its own
#+ # the first
#+ ARG VERSION=1

#: Docker refuses the file
FROM debian:12 # the base
#              ^^^^^^^^^^ Docker has no comments behind an instruction, and refuses this one
#=> Give the comment a line of its own
#+ # the base
#+ FROM debian:12
EXPOSE 80 #web
#         ^^^^ Docker has no comments behind an instruction, and refuses this one
#=> Give the comment a line of its own
#+ #web
#+ EXPOSE 80
STOPSIGNAL SIGTERM # gently
#                  ^^^^^^^^ Docker has no comments behind an instruction, and refuses this one
#=> Give the comment a line of its own
#+ # gently
#+ STOPSIGNAL SIGTERM
ENV NAME=value # why
#              ^^^^^ Docker has no comments behind an instruction, and refuses this one
#=> Give the comment a line of its own
#+ # why
#+ ENV NAME=value
LABEL team=web # whose
#              ^^^^^^^ Docker has no comments behind an instruction, and refuses this one
#=> Give the comment a line of its own
#+ # whose
#+ LABEL team=web

#: exec forms
FROM debian:12
RUN ["a]", "b"] # first
#               ^^^^^^^ with a comment behind it this is no exec form, so that a shell runs `RUN`
#?> Give the comment a line of its own
#+ # first
#+ RUN ["a]", "b"]
CMD ["bash"] # later
#            ^^^^^^^ with a comment behind it this is no exec form, so that a shell runs `CMD`
#?> Give the comment a line of its own
#+ # later
#+ CMD ["bash"]
  ENTRYPOINT ["run", "x # y"]	#last
#                            	^^^^^ with a comment behind it this is no exec form, so that a shell runs `ENTRYPOINT`
#?> Give the comment a line of its own
#+   #last
#+   ENTRYPOINT ["run", "x # y"]

#: a shell has comments
FROM debian:12
RUN echo # nothing
CMD echo # nothing
ENTRYPOINT [ -f x ] && run

#: hashes that are none
FROM debian:12
LABEL color="# red" title='a # b'
ENV COLOR #fff
ENV NOTE one # two
COPY a#b /c#/
ADD https://example.com/a.git#main /a
WORKDIR /a#b
COPY #file /app

#: over several lines
FROM debian:12
COPY a \
  b # the second
#   ^^^^^^^^^^^^ Docker has no comments behind an instruction: these words belong to `COPY`
#?> Give the comment a line of its own, lines 2 to 3
#+ # the second
#+ COPY a \
#+   b
COPY a \
  b # not the last \
#   ^^^^^^^^^^^^^^^^… Docker has no comments behind an instruction: these words belong to `COPY`
  c
# ^…

#: Windows line ends
FROM debian:12
WORKDIR /app # the application
#            ^^^^^^^^^^^^^^^^^ Docker has no comments behind an instruction: these words belong to `WORKDIR`
#?> Give the comment a line of its own
#+ # the application
#+ WORKDIR /app
