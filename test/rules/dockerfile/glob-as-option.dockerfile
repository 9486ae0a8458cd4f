#: odd cases
FROM debian:12
RUN rm *.deb
#      ^^^^^ a file that begins with `-` is an option here
#?> Begin with `./`
#+ RUN rm ./*.deb
RUN cd /tmp && rm -rf * && cp *.txt /app
#                     ^ a file that begins with `-` is an option here
#?> Begin with `./`
#+ RUN cd /tmp && rm -rf ./* && cp *.txt /app
#                             ^^^^^ a file that begins with `-` is an option here
#?> Begin with `./`
#+ RUN cd /tmp && rm -rf * && cp ./*.txt /app
RUN rm -- * && rm ./* && ls /tmp/*
RUN echo *
