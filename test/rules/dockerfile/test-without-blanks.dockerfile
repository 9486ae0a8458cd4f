#: odd cases
FROM debian:12
RUN if [-f /etc/app.conf ]; then rm /etc/app.conf; fi
#      ^^^ `[-f` is one word, and no test
#?> Add the blank
#+ RUN if [ -f /etc/app.conf ]; then rm /etc/app.conf; fi
RUN [ -f /etc/app.conf] && echo yes
#        ^^^^^^^^^^^^^^ the `]` is a word of its own
#?> Add the blank
#+ RUN [ -f /etc/app.conf ] && echo yes
RUN ["$A" = b ] && echo yes
#   ^^^^^ `["$A"` is one word, and no test
#?> Add the blank
#+ RUN [ "$A" = b ] && echo yes
RUN [ -f a ] && [ "$x" = "[a]" ]
RUN ls [a-z]*
RUN ["echo", "a"]
