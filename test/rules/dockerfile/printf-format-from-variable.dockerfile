#: odd cases
FROM debian:12
RUN printf "$TEXT" > /etc/app.conf
#          ^^^^^^^ a `%` in the value is an instruction to `printf`
#?> Use the format `%s`
#+ RUN printf '%s' "$TEXT" > /etc/app.conf
RUN printf "a $B\n"
#          ^^^^^^^^ a `%` in the value is an instruction to `printf`
RUN printf '%s\n' "$A" && printf '$A'
