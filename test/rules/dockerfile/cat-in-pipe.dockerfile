#: odd cases
FROM debian:12
RUN cat /etc/passwd | grep root
#   ^^^ the program behind the pipe can read the file itself
#?> Use `<`
#+ RUN < /etc/passwd grep root
RUN cat a \
#   ^^^ the program behind the pipe can read the file itself
  | wc -l
RUN cat a b | wc -l
RUN cat "$A" | wc -l
#   ^^^ the program behind the pipe can read the file itself
RUN cat a | sudo tee b
RUN x | cat | y
