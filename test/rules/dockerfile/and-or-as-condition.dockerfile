#: odd cases
FROM debian:12
RUN [ -f a ] && make a || make b
#                         ^^^^^^ this also runs when what stands before `||` fails
RUN [ -f a ] && make a || true
RUN [ -f a ] || make b
RUN make a && make b || make c
