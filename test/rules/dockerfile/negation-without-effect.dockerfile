#: odd cases
FROM debian:12
RUN set -e; ! grep -r TODO /src; make
#           ^ with `!` before it the command stops nothing
RUN set -e; if ! grep a b; then exit 1; fi; make
RUN ! grep a b
RUN ! grep a b && make; ! grep c d; make
#                       ^ with `!` before it the command stops nothing
