#: plain words, variables and quotes stay as they are
FROM debian:12
ENV LANG C.UTF-8
#   ^^^^ `ENV LANG=…` is the form that Docker keeps; this one it may drop
#=> Write LANG=…
#+ ENV LANG=C.UTF-8
ENV PATH /opt/bin:$PATH
#   ^^^^ `ENV PATH=…` is the form that Docker keeps; this one it may drop
#=> Write PATH=…
#+ ENV PATH=/opt/bin:$PATH
ENV URL "https://example.com"
#   ^^^ `ENV URL=…` is the form that Docker keeps; this one it may drop
#=> Write URL=…
#+ ENV URL="https://example.com"
env NAME   ${NAME:-x}
#   ^^^^ `ENV NAME=…` is the form that Docker keeps; this one it may drop
#=> Write NAME=…
#+ env NAME="${NAME:-x}"
LABEL team web
#     ^^^^ `LABEL team=…` is the form that Docker keeps; this one it may drop
#=> Write team=…
#+ LABEL team=web

#: blanks need quotes
FROM debian:12
ENV JAVA_OPTS -Xmx1g -Xms1g
#   ^^^^^^^^^ `ENV JAVA_OPTS=…` is the form that Docker keeps; this one it may drop
#=> Write JAVA_OPTS=…
#+ ENV JAVA_OPTS="-Xmx1g -Xms1g"
ENV MOTD it's one
#   ^^^^ `ENV MOTD=…` is the form that Docker keeps; this one it may drop
ENV GREETING hello "dear world" and 'all of $you'
#   ^^^^^^^^ `ENV GREETING=…` is the form that Docker keeps; this one it may drop
#=> Write GREETING=…
#+ ENV GREETING="hello dear world and all of \$you"
LABEL description "the shop"
#     ^^^^^^^^^^^ `LABEL description=…` is the form that Docker keeps; this one it may drop
#=> Write description=…
#+ LABEL description="the shop"
LABEL description The "best" shop
#     ^^^^^^^^^^^ `LABEL description=…` is the form that Docker keeps; this one it may drop
#=> Write description=…
#+ LABEL description="The best shop"

#: over several lines
FROM debian:12
ENV LD_LIBRARY_PATH /usr/lib:\
#   ^^^^^^^^^^^^^^^ `ENV LD_LIBRARY_PATH=…` is the form that Docker keeps; this one it may drop
#=> Write LD_LIBRARY_PATH=…
#+ ENV LD_LIBRARY_PATH=/usr/lib:\
/usr/local/lib
ENV OPTIONS one \
#   ^^^^^^^ `ENV OPTIONS=…` is the form that Docker keeps; this one it may drop
#=> Write OPTIONS=…, lines 4 to 6
#+ ENV OPTIONS="one \
#+   # two is not needed
#+   three"
  # two is not needed
  three
ENV NAME \
#   ^^^^ `ENV NAME=…` is the form that Docker keeps; this one it may drop
  value

#: an equals sign between blanks
FROM debian:12
ENV VERSION = 1.2
#   ^^^^^^^ the value of `VERSION` begins with `=`, because a blank stands before it
#?> Remove the blanks around =
#+ ENV VERSION=1.2
ENV VERSION =1.2
#   ^^^^^^^ the value of `VERSION` begins with `=`, because a blank stands before it
#?> Remove the blanks around =
#+ ENV VERSION=1.2
ENV FLAGS = -a -b
#   ^^^^^ the value of `FLAGS` begins with `=`, because a blank stands before it

#: escapes are left alone
FROM debian:12
ENV NAME one\ two
#   ^^^^ `ENV NAME=…` is the form that Docker keeps; this one it may drop
ENV NAME a"b
#   ^^^^ `ENV NAME=…` is the form that Docker keeps; this one it may drop

#: a trigger runs in another build
FROM debian:12
ONBUILD ENV NAME value

#: the new form, and one that Docker refuses
FROM debian:12
ENV A=1 B="2 3"
ENV A=1 B
LABEL x=1
ARG NAME

#: another escape character
# escape=`
FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
ENV HOME C:\app
#   ^^^^ `ENV HOME=…` is the form that Docker keeps; this one it may drop
ENV GREETING hello "dear world"
#   ^^^^^^^^ `ENV GREETING=…` is the form that Docker keeps; this one it may drop
#=> Write GREETING=…
#+ ENV GREETING="hello dear world"

#: Windows line ends
FROM debian:12
ENV LANG C.UTF-8
#   ^^^^ `ENV LANG=…` is the form that Docker keeps; this one it may drop
#=> Write LANG=…
#+ ENV LANG=C.UTF-8
