#: odd cases
FROM debian:12
SHELL ["/bin/bash", "-c"]
RUN f() { cp $@ /srv; }; f a
#            ^^ these are split at blanks, as they have no quotes
#?> Put it in quotes
#+ RUN f() { cp "$@" /srv; }; f a
RUN f() { for each in $*; do echo "$each"; done; }; f a
#                     ^^ these are split at blanks, as they have no quotes
#?> Put it in quotes
#+ RUN f() { for each in "$@"; do echo "$each"; done; }; f a
RUN list=(a b); cp ${list[@]} /srv; echo ${list[*]}
#                  ^^^^^^^^^^ these are split at blanks, as they have no quotes
#?> Put it in quotes
#+ RUN list=(a b); cp "${list[@]}" /srv; echo ${list[*]}
#                                        ^^^^^^^^^^ these are split at blanks, as they have no quotes
#?> Put it in quotes
#+ RUN list=(a b); cp ${list[@]} /srv; echo "${list[@]}"
RUN f() { cp ${@:2} /srv/x-$@; }; f a
#            ^^^^^^ these are split at blanks, as they have no quotes
#?> Put it in quotes
#+ RUN f() { cp "${@:2}" /srv/x-$@; }; f a
#                          ^^ these are split at blanks, as they have no quotes
RUN f() { cp "$@" /srv; echo "$*"; all=$@; }; f a
RUN list=(a b); echo ${#list[@]} ${1:+$@}
RUN echo '$@' \$@ "$#" $?
