#: odd cases
FROM debian:12
RUN find /opt -name "*.pyc" | xargs rm -f
#   ^^^^ a name with a blank is several words to `xargs`
#?> Separate names by `\0`
#+ RUN find /opt -name "*.pyc" -print0 | xargs -0 rm -f
RUN find . -type f -print | xargs chmod 644
#   ^^^^ a name with a blank is several words to `xargs`
RUN find . -print0 | xargs -0 rm
RUN find . -type f | xargs -I{} cp {} /app
RUN find . | grep a
RUN find . -type d \
#   ^^^^ a name with a blank is several words to `xargs`
#?> Separate names by `\0`, lines 7 to 8
#+ RUN find . -type d -print0 \
#+   | xargs -0 chmod 755
  | xargs chmod 755
