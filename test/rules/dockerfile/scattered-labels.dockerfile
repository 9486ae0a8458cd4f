#: with several pairs, in several lines
FROM debian:12
LABEL title=web vendor=Jane
#^^^^ 3 `LABEL`s in a row could be one
#=> Make one LABEL of them, lines 2 to 6
#+ LABEL title=web vendor=Jane \
#+       version=1 \
#+       licence=MIT \
#+       source=here

LABEL version=1 \
      licence=MIT
LABEL source=here
RUN make

#: a comment, or another instruction, parts them
FROM debian:12
LABEL title=web
# who made it
LABEL vendor=Jane
RUN make
LABEL version=1

#: of the old form
FROM debian:12
LABEL title web
#^^^^ 2 `LABEL`s in a row could be one
LABEL vendor=Jane

#: from three on {"instructions": 3}
FROM debian:12
LABEL title=web
LABEL vendor=Jane
RUN make
LABEL a=1
#^^^^ 3 `LABEL`s in a row could be one
#=> Make one LABEL of them, lines 5 to 7
#+ LABEL a=1 \
#+       b=1 \
#+       c=1
LABEL b=1
LABEL c=1

#: with the backquote as escape
# escape=`
FROM debian:12
LABEL title=web
#^^^^ 2 `LABEL`s in a row could be one
#=> Make one LABEL of them, lines 3 to 4
#+ LABEL title=web `
#+       vendor=Jane
LABEL vendor=Jane
