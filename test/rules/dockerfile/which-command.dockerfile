#: odd cases
FROM debian:12
RUN which python3
#   ^^^^^ `which` is a program that may not be there
#?> Use `command -v`
#+ RUN command -v python3
RUN x="$(which java)" && which -a python
#        ^^^^^ `which` is a program that may not be there
#?> Use `command -v`
#+ RUN x="$(command -v java)" && which -a python
#                        ^^^^^ `which` is a program that may not be there
RUN echo which
