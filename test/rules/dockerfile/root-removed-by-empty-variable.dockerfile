#: odd cases
FROM debian:12
RUN rm -rf "$DIR"/*
#          ^^^^^^^^ without a value for `$DIR` this removes from `/`
#?> Stop where it is empty
#+ RUN rm -rf "${DIR:?}"/*
RUN rm -rf ${DIR}/
#          ^^^^^^^ without a value for `$DIR` this removes from `/`
#?> Stop where it is empty
#+ RUN rm -rf ${DIR:?}/
RUN d=$(cat x); rm -rf $d/* "$d/"
#                      ^^^^ without a value for `$d` this removes from `/`
#?> Stop where it is empty
#+ RUN d=$(cat x); rm -rf ${d:?}/* "$d/"
#                           ^^^^^ without a value for `$d` this removes from `/`
#?> Stop where it is empty
#+ RUN d=$(cat x); rm -rf $d/* "${d:?}/"
RUN rm -rf $A/lib
#          ^^^^^^ without a value for `$A` this removes from `/`
#?> Stop where it is empty
#+ RUN rm -rf ${A:?}/lib

#: a value is there
FROM debian:12
ENV DIR=/opt/app
ARG EMPTY
RUN rm -rf $DIR/*
RUN d=/tmp/x; rm -rf $d/*
RUN rm -rf $HOME/* "$JAVA_HOME"/lib/src.zip
RUN rm -rf "${OTHER:?}"/*
RUN rm $EMPTY/*
RUN rm -rf $EMPTY/*
#          ^^^^^^^^ without a value for `$EMPTY` this removes from `/`
#?> Stop where it is empty
#+ RUN rm -rf ${EMPTY:?}/*
