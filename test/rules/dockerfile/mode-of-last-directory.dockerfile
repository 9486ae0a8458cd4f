#: odd cases
FROM debian:12
RUN mkdir -p -m 0777 /data/files
#            ^^ the mode is that of the last directory alone
RUN mkdir -pm 755 /a/b && mkdir --parents --mode=700 /a/b
#         ^^^ the mode is that of the last directory alone
#                                         ^^^^^^^^^^ the mode is that of the last directory alone
RUN mkdir -m 700 /a/b && mkdir -p -m 700 /a && mkdir -p /a/b
