#: a value that only the build knows
FROM debian:12
RUN d=$(ls /opt) && rm -rf $d/*
#                          ^^^^ `$d` may hold blanks or `*`, and is split where it has no quotes
RUN for f in $(ls); do mv ${f} /opt/$f; done
RUN for f in *.tgz; do rm $f; done

#: what is known to be one word
FROM debian:12
ARG VERSION
ENV DIR=/opt/app
RUN rm -rf $DIR /opt/$VERSION $HOME/x $JAVA_HOME
RUN d=/tmp/x; rm -rf $d
RUN d="$(mktemp -d)"; rm -rf $d
RUN for f in a b; do rm $f; done
RUN x=$(cat y); rm -rf "$x" && echo $x

#: meant to be several
FROM debian:12
RUN files=$(ls); rm $files
RUN list="a b"; rm $list

#: in every command {"everyCommand": true}
FROM debian:12
RUN x=$(cat y); echo $x "$x" $(cat z)
#                    ^^ `$x` may hold blanks or `*`, and is split where it has no quotes
#?> Put it in quotes
#+ RUN x=$(cat y); echo "$x" "$x" $(cat z)
RUN apt-get install -y $PACKAGES && echo $# $?
#                      ^^^^^^^^^ `$PACKAGES` may hold blanks or `*`, and is split where it has no quotes
#?> Put it in quotes
#+ RUN apt-get install -y "$PACKAGES" && echo $# $?

#: plain
FROM debian:12
RUN dir="$(cat /tmp/dir)"; rm -rf $dir
#                                 ^^^^ `$dir` may hold blanks or `*`, and is split where it has no quotes
#?> Put it in quotes
#+ RUN dir="$(cat /tmp/dir)"; rm -rf "$dir"
#: a loop's words are split already
FROM debian:12
RUN for file in $(ls /srv) `ls /opt`; do rm $file; done
RUN for file in "$(ls /srv)"; do rm $file; done
#                                   ^^^^^ `$file` may hold blanks or `*`, and is split where it has no quotes
#?> Put it in quotes
#+ RUN for file in "$(ls /srv)"; do rm "$file"; done
