#: odd cases
FROM debian:12
RUN su app && make
#   ^^^^^^ `su` starts a shell that has nothing to do, and what follows runs as before
RUN su - app
#   ^^^^^^^^ `su` starts a shell that has nothing to do, and what follows runs as before
RUN su
#   ^^ `su` starts a shell that has nothing to do, and what follows runs as before
RUN su app <<EOS
make
EOS
RUN echo make | su app
RUN su app -c make && su -c make app && su -l app --command=make
RUN su app script.sh
