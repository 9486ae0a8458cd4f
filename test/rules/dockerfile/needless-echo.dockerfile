#: odd cases
FROM debian:12
RUN mkdir "$(echo /opt/app)"
#          ^^^^^^^^^^^^^^^^ `echo` prints what stands there already
#?> Leave `echo` out
#+ RUN mkdir "/opt/app"
RUN x=$(echo "$A" b)
#     ^^^^^^^^^^^^^^ `echo` prints what stands there already
RUN x=$(echo a | tr a b) y=$(echo *) z=$(echo -e a)
