#: what cannot be put off
FROM debian:12
ONBUILD ONBUILD RUN make
#       ^^^^^^^ ONBUILD cannot be put off once more, so Docker refuses the file: Chaining ONBUILD via 'ONBUILD ONBUILD' isn't allowed
ONBUILD FROM debian:12
#       ^^^^ ONBUILD cannot put off FROM, so Docker refuses the file: FROM isn't allowed as an ONBUILD trigger
onbuild maintainer somebody
#       ^^^^^^^^^^ ONBUILD cannot put off MAINTAINER, so Docker refuses the file: MAINTAINER isn't allowed as an ONBUILD trigger
ONBUILD RUN make
ONBUILD ENV A=b

#: a stage of this file builds on it
FROM debian:12 AS base
ONBUILD COPY app
FROM base
#    ^^^^ `base` leaves an instruction to this stage in which COPY needs a source and a destination, so Docker refuses the file: COPY requires at least two arguments, but only one was provided. Destination could not be determined

#: an instruction that nobody knows
FROM debian:12 AS base
ONBUILD RNU make
FROM base
#    ^^^^ `base` leaves an instruction to this stage in which `RNU` is no instruction, so Docker refuses the file: unknown instruction: RNU

#: nothing needs the stage that does
FROM debian:12 AS base
ONBUILD COPY app
FROM base
FROM debian:12

#: no stage does
FROM debian:12 AS base
ONBUILD COPY app
FROM debian:12
