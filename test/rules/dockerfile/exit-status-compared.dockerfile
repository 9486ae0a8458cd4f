#: odd cases
FROM debian:12
RUN make; if [ "$?" -eq 0 ]; then echo done; fi
#              ^^^^ the command can be asked itself, without `$?`
#?> Ask the command
#+ RUN if make; then echo done; fi
RUN make; if test 0 != $?; then exit 1; else echo done; fi
#                      ^^ the command can be asked itself, without `$?`
#?> Ask the command
#+ RUN if ! make; then exit 1; else echo done; fi
RUN make a \
	b; \
	if [ $? -gt 0 ]; then \
#	     ^^ the command can be asked itself, without `$?`
#?> Ask the command, lines 4 to 6
#+ RUN if ! make a \
#+ 	b; then \
		exit 1; \
	fi
RUN make; [ $? = 0 ] || exit 1
#           ^^ the command can be asked itself, without `$?`
RUN make; echo made; if [ -f a ] && [ $? -eq 0 ]; then exit 1; fi
#                                     ^^ the command can be asked itself, without `$?`
#: with bash
FROM debian:12
SHELL ["/bin/bash", "-c"]
RUN make; if [[ $? == 0 ]]; then echo done; fi
#               ^^ the command can be asked itself, without `$?`
#?> Ask the command
#+ RUN if make; then echo done; fi
#: other statuses than that of success
FROM debian:12
RUN make; if [ $? -eq 2 ]; then exit 1; fi
RUN make; status=$?; [ "$status" -eq 0 ]
