#: odd cases
FROM debian:12
RUN egrep "a|b" /etc/app.conf
#   ^^^^^ `egrep` is obsolete
#=> Use `grep -E`
#+ RUN grep -E "a|b" /etc/app.conf
RUN cat a | fgrep b && sudo egrep c d
#           ^^^^^ `fgrep` is obsolete
#=> Use `grep -F`
#+ RUN cat a | grep -F b && sudo egrep c d
#                           ^^^^^ `egrep` is obsolete
#=> Use `grep -E`
#+ RUN cat a | fgrep b && sudo grep -E c d
RUN grep -E a b && echo egrep
