#: in quotes or without anything
FROM debian:12
LABEL org.opencontainers.image.title="" org.opencontainers.image.vendor= org.opencontainers.image.url=''
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the label `org.opencontainers.image.title` is empty
#                                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the label `org.opencontainers.image.vendor` is empty
#                                                                        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the label `org.opencontainers.image.url` is empty

#: a variable that is empty
FROM debian:12
ARG TITLE=
LABEL org.opencontainers.image.title=$TITLE
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the label `org.opencontainers.image.title` is empty

#: other labels and values
FROM debian:12
LABEL title="" org.opencontainers.image.title=" "
