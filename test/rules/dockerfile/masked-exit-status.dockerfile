#: odd cases
FROM debian:12
RUN export VERSION="$(curl -fsSL https://example.com/version)" && make
#          ^^^^^^^ `export` succeeds even when the command that gives `VERSION` its value fails
#?> Assign it first
#+ RUN VERSION="$(curl -fsSL https://example.com/version)" && export VERSION && make
RUN export A="$(wget -qO- https://example.com/a)" B=c && make
#          ^ `export` succeeds even when the command that gives `A` its value fails
RUN f() { local a="$(curl https://example.com)"; }; f
#               ^ `local` succeeds even when the command that gives `a` its value fails

#: what does not fail
FROM debian:12
RUN export GNUPGHOME="$(mktemp -d)" && gpg --version
RUN export A="$B" C=$((1 + 1))
RUN A="$(curl https://example.com)" && export A

#: each of them {"everyCommand": true}
FROM debian:12
RUN export GNUPGHOME="$(mktemp -d)" && gpg --version
#          ^^^^^^^^^ `export` succeeds even when the command that gives `GNUPGHOME` its value fails
#?> Assign it first
#+ RUN GNUPGHOME="$(mktemp -d)" && export GNUPGHOME && gpg --version
