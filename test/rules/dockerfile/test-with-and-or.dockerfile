#: odd cases
FROM debian:12
RUN if [ -f a -a -f b ]; then echo both; fi
#             ^^ what `-a` means in a test is not well defined
#?> Use two tests
#+ RUN if [ -f a ] && [ -f b ]; then echo both; fi
RUN [ -n "$A" -o -n "$B" ] && echo one
#             ^^ what `-o` means in a test is not well defined
RUN test -f a -a -f b
#             ^^ what `-a` means in a test is not well defined
RUN [ -a file ] && [ -f a ]
