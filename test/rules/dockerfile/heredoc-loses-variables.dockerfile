#: what only a shell gives a meaning
FROM debian:12
COPY --chmod=755 <<EOF /run.sh
#                ^^^^^ Docker puts nothing in the place of `$1`, `$$` in this text; `<<'EOF'` keeps them
#?> Quote the name
#+ COPY --chmod=755 <<'EOF' /run.sh
#!/bin/sh
echo $1 $$ $(date)
exec "$@"
EOF
ADD <<-END /a
#   ^^^^^^ Docker puts nothing in the place of `$?` in this text; `<<'END'` keeps it
#?> Quote the name
#+ ADD <<-'END' /a
	$?
	END

#: a variable that nothing sets
FROM debian:12
COPY <<EOF /etc/motd
#    ^^^^^ Docker puts nothing in the place of `$GREETING` in this text; `<<'EOF'` keeps it
#?> Quote the name
#+ COPY <<'EOF' /etc/motd
$GREETING
EOF

#: some are set in the file
FROM debian:12
ARG NAME=web
COPY <<EOF /run.sh
#    ^^^^^ Docker puts nothing in the place of `$@` in this text; `<<'EOF'` keeps it
echo $NAME
exec "$@"
EOF

#: all are set, quoted, escaped, or there are none
FROM debian:12
ARG NAME=web
COPY <<EOF /a
$NAME ${OTHER:-x} \$@ costs 5$
EOF
COPY <<'EOF' /b
exec "$@"
EOF
COPY <<EOF /c
nothing
EOF

#: the base image may set it, and a RUN is the shell's
FROM example.com/base:1
COPY <<EOF /a
$GREETING
EOF
RUN <<EOF
echo $1
EOF
