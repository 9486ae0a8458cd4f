#: one line, and several in a row
FROM debian:12
RUN apt-get update && \
#                     ^ an empty line comes next inside `RUN`, which Docker means to refuse one day
#=> Remove the empty line, lines 3 to 4
#+     apt-get install -y \

    apt-get install -y \
#                      ^ an empty line comes next inside `RUN`, which Docker means to refuse one day
#=> Remove the empty line, lines 5 to 7
#+     curl


    curl

#: blanks alone are empty, and comments are not
FROM debian:12
RUN echo one \
#            ^ an empty line comes next inside `RUN`, which Docker means to refuse one day
#=> Remove the empty line, lines 3 to 4
#+   # a comment
   	
  # a comment
  && echo two

#: what seems to be the next instruction belongs to this one
FROM debian:12
RUN apt-get update && \
    apt-get clean && \

CMD ["bash"]
#^^ `CMD` belongs to the `RUN` above, which goes on over the empty line
#?> End the instruction above, line 3
#+     apt-get clean

#: without an operator in between
FROM debian:12
EXPOSE 80 \

CMD ["bash"]
#^^ `CMD` belongs to the `EXPOSE` above, which goes on over the empty line
#?> End the instruction above, line 2
#+ EXPOSE 80

#: the file ends inside the instruction
FROM debian:12
RUN echo one \
#            ^ an empty line comes next inside `RUN`, which Docker means to refuse one day
#=> Remove the empty line, lines 3 to 4

#: small letters may be a program
FROM debian:12
RUN \
#   ^ an empty line comes next inside `RUN`, which Docker means to refuse one day
#=> Remove the empty line, lines 3 to 4
#+ from --help

from --help

#: another escape character, and an empty line in a here document
# escape=`
FROM debian:12
RUN echo `
#        ^ an empty line comes next inside `RUN`, which Docker means to refuse one day
#=> Remove the empty line, lines 4 to 5
#+   one

  one
RUN <<EOF

echo
EOF

#: Windows line ends
FROM debian:12
RUN echo \
#        ^ an empty line comes next inside `RUN`, which Docker means to refuse one day
#=> Remove the empty line, lines 3 to 4
#+   one

  one
