#: odd cases
FROM debian:12
RUN set -e; ! grep -r TODO /src; make
#           ^ with `!` before it the command stops nothing
#?> Stop when the command succeeds
#+ RUN set -e; if grep -r TODO /src; then exit 1; fi; make
RUN set -e; ! grep a \
#           ^ with `!` before it the command stops nothing
#?> Stop when the command succeeds, lines 3 to 4
#+ RUN set -e; if grep a \
#+ 	b; then exit 1; fi; make
	b; make
RUN set -eux; \
	if [ -f a ]; then \
		! grep b a; \
#		^ with `!` before it the command stops nothing
#?> Stop when the command succeeds
#+ 		if grep b a; then exit 1; fi; \
	fi; \
	make
RUN set -o errexit; f() { ! grep a b; make; }; f
#                         ^ with `!` before it the command stops nothing
#?> Stop when the command succeeds
#+ RUN set -o errexit; f() { if grep a b; then exit 1; fi; make; }; f
RUN set -e; while read -r line; do ! grep "$line" b; done
#                                  ^ with `!` before it the command stops nothing
#?> Stop when the command succeeds
#+ RUN set -e; while read -r line; do if grep "$line" b; then exit 1; fi; done
RUN set -e; (! grep a b; make); { ! grep c d; }; make
#            ^ with `!` before it the command stops nothing
#?> Stop when the command succeeds
#+ RUN set -e; (if grep a b; then exit 1; fi; make); { ! grep c d; }; make
#                                 ^ with `!` before it the command stops nothing
#?> Stop when the command succeeds
#+ RUN set -e; (! grep a b; make); { if grep c d; then exit 1; fi; }; make
RUN set -e && ! grep a \
	b; make
#: with a shell that stops
FROM debian:12
SHELL ["/bin/bash", "-e", "-c"]
RUN ! grep a b; make
#   ^ with `!` before it the command stops nothing
#?> Stop when the command succeeds
#+ RUN if grep a b; then exit 1; fi; make
#: conditions, last commands, and scripts that go on anyway
FROM debian:12
RUN ! grep a b; make
RUN set -e; if ! grep a b; then exit 1; fi; make
RUN set -e; while ! grep a b; do sleep 1; done; until ! grep a b; do sleep 1; done
RUN set -e; ! grep a b || exit 1; make
RUN set -e; ! grep a b
RUN set -e; if [ -f a ]; then ! grep a b; fi
RUN set -e; f() { ! grep a b; }; f; (! grep c d); make
RUN set -e; ! grep a b; if [ $? -eq 1 ]; then exit 1; fi
RUN set -e; set +e; ! grep a b; make
