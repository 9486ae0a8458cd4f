#: with and without a default
FROM debian:12
ARG A
#   ^ nothing uses `A` before `ENV` sets it
#?> Let the argument count, line 3
#+ ENV A=${A:-1}
ENV A=1
ARG B=2
#   ^ nothing uses `B` before `ENV` sets it
ENV B="two words"
ARG C
#   ^ nothing uses `C` before `ENV` sets it
ENV C 3

#: the argument is used
FROM debian:12
ARG A
ENV A=$A
ARG B
ENV B=${B:-1}
ARG C
LABEL c=$C
ENV C=1
ARG D
RUN npm ci
ENV D=1

#: other stages, and the other order
ARG A
FROM debian:12
ENV A=1
ARG A
FROM debian:12
ARG B
FROM debian:12
ENV B=1
