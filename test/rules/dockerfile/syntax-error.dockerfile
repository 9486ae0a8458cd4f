#: a letter too many, too few, wrong, or two swapped
FROMM debian:12
#^^^^ `FROMM` is no instruction; `FROM` is
#?> Change it to FROM
#+ FROM debian:12
RN apt-get update
#^ `RN` is no instruction; `RUN` is
#?> Change it to RUN
#+ RUN apt-get update
CPOY . /app
#^^^ `CPOY` is no instruction; `COPY` is
#?> Change it to COPY
#+ COPY . /app
worKdrr /app
#^^^^^^ `worKdrr` is no instruction; `WORKDIR` is
#?> Change it to WORKDIR
#+ WORKDIR /app
entrypoin ["run"]
#^^^^^^^^ `entrypoin` is no instruction; `ENTRYPOINT` is
#?> Change it to ENTRYPOINT
#+ entrypoint ["run"]

#: a line that lacks its continuation
FROM debian:12
RUN apt-get update
  && apt-get install -y curl \
# ^^ `&&` is no instruction; the line above may lack a `\` at its end
#?> Continue the line above, line 2
#+ RUN apt-get update \
  && rm -rf /var/lib/apt/lists/*

#: a line that lacks its continuation, after one that has it
FROM debian:12
RUN apt-get install -y \
    curl
    git
#   ^^^ `git` is no instruction; the line above may lack a `\` at its end
#?> Continue the line above, line 3
#+     curl \
CMD ["bash"]

#: a blank behind the dash, where Docker sees no here document
FROM debian:12
RUN cat <<- EOF > /etc/motd
#       ^^^^^^^ `<<- EOF` opens no here document, because a blank stands behind `<<-`: Docker takes the lines below for instructions
#?> Remove the blank
#+ RUN cat <<-EOF > /etc/motd
	hello
	Welcome to it
EOF
CMD ["bash"]

#: the same before the first word, in quotes, and in another instruction
FROM debian:12
RUN <<- 'EOF'
#   ^^^^^^^^^ `<<- 'EOF'` opens no here document, because a blank stands behind `<<-`: Docker takes the lines below for instructions
#?> Remove the blank
#+ RUN <<-'EOF'
apt-get update
EOF
COPY <<-	"END" /x
#    ^^^	^^^^^ `<<-	"END"` opens no here document, because a blank stands behind `<<-`: Docker takes the lines below for instructions
#?> Remove the blank
#+ COPY <<-"END" /x
RUN one
FROM two
END

#: while it is written
FROM debian:12
RUN cat <<- EOF > /etc/motd
#       ^^^^^^^ `<<- EOF` opens no here document, because a blank stands behind `<<-`: Docker takes the lines below for instructions
#?> Remove the blank
#+ RUN cat <<-EOF > /etc/motd
	hello
CMD ["bash"]

#: an instruction that takes none
FROM debian:12
CMD cat <<EOF
#       ^^^^^ `CMD` takes no here document: Docker takes the lines below for instructions
hello
EOF
ENV MOTD <<EOF
#        ^^^^^ `ENV` takes no here document: Docker takes the lines below for instructions
hello
EOF

#: in quotes, where Docker sees none
FROM debian:12
RUN bash -c "cat <<EOF
#                ^^^^^ `<<EOF` opens no here document here: Docker takes the lines below for instructions
hello
EOF
"

#: a here document with a blank, and one that is none and has no end
FROM debian:12
RUN cat << EOF
hello
EOF
RUN echo <<- EOF
CMD ["bash"]

#: not a word that is known
FROM debian:12

INCLUDE common.docker
#^^^^^^ `INCLUDE` is no instruction

#: the rest of the file is looked at all the same
FROM debian:12
RUN <<EOF
#^^ Docker refuses the file: unterminated heredoc
echo
CMD ["bash"]

#: a broken pair
FROM debian:12
ENV LANG=C.UTF-8 LC_ALL
#^^ Docker refuses the file: Syntax error - can't find = in "LC_ALL". Must be of the form: name=value

#: nested arrays
FROM debian:12
CMD [ "echo", [ "nested" ] ]
#^^ Docker refuses the file: when using JSON array syntax, arrays must be comprised of strings only

#: an empty file


#| Docker refuses the file: file with no instructions
#: only comments
# nothing here

#| Docker refuses the file: file with no instructions
#: a trigger that is not known
FROM debian:12
ONBUILD RNU echo
#       ^^^ `RNU` is no instruction; `RUN` is
#?> Change it to RUN
#+ ONBUILD RUN echo

#: a front end of somebody else's may know more
# syntax=example.com/team/frontend:1
FROM debian:12
INCLUDE common.docker

#: a template becomes a Dockerfile only later, and says so once
FROM debian:12
{{ if .Debug }}
#^ this is a template: Docker refuses it as it stands, for `{{` is no instruction
RUN echo
EXPOSE {{ .Port }}
include common
{{ end }}

#: of another kind
{% set version = 12 %}
#^ this is a template: Docker refuses it as it stands, for `{%` is no instruction
FROM debian:{{ version }}

#: and stands where Docker stops, which may be before
ARG IMAGE=debian
FROM $IMAGE:{{VERSION}}-{{TIMES[cat(VERSION, "-", SYSTEM)]}}
#                                            ^^^^^^^^^^^^^^^ this is a template: Docker refuses it as it stands: FROM requires either one or three arguments
{{if VERSION = "12"
:RUN echo
}}

#: what comes only with the images is told after it
FROM debian:{{VERSION}}
{{if VERSION = "12"
#^^^ this is a template: Docker refuses it as it stands, for `{{if` is no instruction
:RUN echo
}}

#: newer syntax, which hadolint refuses with the whole file
FROM debian:12
ADD --unpack=true web.tar.gz /app/
RUN --device=vendor.example/gpu echo
RUN <<ONE cat > /one && cat <<TWO > /two
1
ONE
2
TWO
COPY --parents --exclude=*.md src /app/

#: what Docker refuses only after reading is for other rules
FROM debian:12
RUN
COPY --chmod 777 run.sh /
EXPOSE web

#: mended: a letter too many
FROM debian:12
RUNN a
#^^^ `RUNN` is no instruction; `RUN` is
#?> Change it to RUN
#+ RUN a

#: mended: small letters
FROM debian:12
cpoy a b
#^^^ `cpoy` is no instruction; `COPY` is
#?> Change it to COPY
#+ copy a b

#: mended: a missing continuation
FROM debian:12
RUN a
  && b \
# ^^ `&&` is no instruction; the line above may lack a `\` at its end
#?> Continue the line above, line 2
#+ RUN a \
  && c

#: a program without its RUN, after what is complete
FROM debian:12
apt-get update
#^^^^^^ `apt-get` is a program and no instruction; `RUN` may be missing before it
#?> Put RUN before it
#+ RUN apt-get update
RUN apt-get update
apt-get install -y curl
#^^^^^^ `apt-get` is a program and no instruction; `RUN` may be missing before it
#?> Put RUN before it
#+ RUN apt-get install -y curl
RUN cd /tmp &&
curl -fO https://example.com/a
#^^^ `curl` is no instruction; the line above may lack a `\` at its end
#?> Continue the line above, line 5
#+ RUN cd /tmp && \

# a comment and an empty line between
  mkdir /app
# ^^^^^ `mkdir` is a program and no instruction; `RUN` may be missing before it
#?> Put RUN before it
#+   RUN mkdir /app
WORKDIR /app
npm ci
#^^ `npm` is a program and no instruction; `RUN` may be missing before it
#?> Put RUN before it
#+ RUN npm ci

#: the rest of a list
FROM debian:12
RUN apt-get install -y \
    git
    make
#   ^^^^ `make` is no instruction; the line above may lack a `\` at its end
#?> Continue the line above, line 3
#+     git \
ENV A=1
    B=2
#   ^^^ `B=2` is no instruction; the line above may lack a `\` at its end
#?> Continue the line above, line 5
#+ ENV A=1 \
#: an escape character that Docker does not know
# escape=/
#        ^ Docker refuses the file: invalid escape token '/' does not match ` or \
#?> Name the character by which lines go on here
#+ # escape=\
FROM debian:12
RUN make \
    install
#: on Windows
# escape=^
#        ^ Docker refuses the file: invalid escape token '^' does not match ` or \
#?> Name the character by which lines go on here
#+ # escape=`
FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
RUN copy a `
    b
#   ^ `b` is no instruction; the line above may lack a `\` at its end
#?> Continue the line above, line 3
#+ RUN copy a ` \
