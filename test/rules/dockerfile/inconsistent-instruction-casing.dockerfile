#: one of many
FROM debian:12
Run echo
#^^ `Run` is not written in capitals, other than most instructions here
#=> Write RUN
#+ RUN echo
workdir /app
#^^^^^^ `workdir` is not written in capitals, other than most instructions here
#=> Write WORKDIR
#+ WORKDIR /app
CMD ["bash"]

#: mostly small letters
from debian:12
run echo
WORKDIR /app
#^^^^^^ `WORKDIR` has capitals, other than most instructions here
#=> Write workdir
#+ workdir /app

#: in a draw capitals are right, and arguments above FROM do not count
arg VERSION=12
from debian:12
#^^^ `from` is not written in capitals, other than most instructions here
#=> Write FROM
#+ FROM debian:12
CMD ["bash"]

#: mixed case alone
Run echo
From debian:12
#^^^ `From` is not written in capitals, other than most instructions here
#=> Write FROM
#+ FROM debian:12
Cmd ["bash"]
#^^ `Cmd` is not written in capitals, other than most instructions here
#=> Write CMD
#+ CMD ["bash"]

#: small letters everywhere
from debian:12
cmd ["bash"]

#: small letters everywhere, where capitals are asked for {"capitals": true}
from debian:12
#^^^ `from` is not written in capitals
#=> Write FROM
#+ FROM debian:12
onbuild run echo
#^^^^^^ `onbuild` is not written in capitals
#=> Write ONBUILD
#+ ONBUILD run echo
cmd ["bash"]
#^^ `cmd` is not written in capitals
#=> Write CMD
#+ CMD ["bash"]
