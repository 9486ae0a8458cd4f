#: every way to say yes
FROM debian:12
RUN apt-get install -y curl
RUN apt-get install --yes curl
RUN apt-get install --assume-yes curl
RUN apt-get -y install curl
RUN apt-get install curl -y
RUN apt-get install -yq curl
RUN apt-get install -qy curl
RUN apt-get -o APT::Get::Assume-Yes=true install curl
RUN apt-get install -oDebug::NoLocking=1 -y curl

#: quiet twice is a yes, quiet once is none
FROM debian:12
RUN apt-get install -qq curl
RUN apt-get install -q -q curl
RUN apt-get install -q=2 curl
RUN apt-get install -q curl
#   ^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN apt-get install -y -q curl
RUN apt-get install -q=1 curl
#   ^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN apt-get install -y -q=1 curl

#: the value of an option is no option
FROM debian:12
RUN apt-get install -t -y curl
#   ^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN apt-get install -y -t -y curl

#: apt and aptitude ask as well
FROM debian:12
RUN apt install curl
#   ^^^^^^^^^^^ `apt install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN apt install -y curl
RUN aptitude install curl
#   ^^^^^^^^^^^^^^^^ `aptitude install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN aptitude install -y curl

#: other subcommands that ask, which hadolint leaves out
FROM debian:12
RUN apt-get upgrade
#   ^^^^^^^^^^^^^^^ `apt-get upgrade` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN apt-get upgrade -y
RUN apt-get dist-upgrade && apt-get autoremove
#   ^^^^^^^^^^^^^^^^^^^^ `apt-get dist-upgrade` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN apt-get dist-upgrade -y && apt-get autoremove
#                           ^^^^^^^^^^^^^^^^^^ `apt-get autoremove` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN apt-get dist-upgrade && apt-get autoremove -y
RUN apt-get purge -q curl
#   ^^^^^^^^^^^^^ `apt-get purge` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN apt-get purge -y -q curl
RUN apt-get build-dep nginx
#   ^^^^^^^^^^^^^^^^^ `apt-get build-dep` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN apt-get build-dep -y nginx

#: subcommands that do not ask
FROM debian:12
RUN apt-get update && apt-get clean && apt-get download curl && apt-get changelog curl

#: a simulation does nothing, where hadolint reports it
FROM debian:12
RUN if apt-get install -s nginx > /dev/null 2>&1; then apt-get install -y nginx; fi

#: answered from the left
FROM debian:12
RUN yes | apt-get install curl
RUN echo Y | sudo apt-get install curl
RUN apt-get install curl < answers

#: configured for all calls
FROM debian:12
RUN echo 'APT::Get::Assume-Yes "true";' > /etc/apt/apt.conf.d/90yes
RUN apt-get install curl

#: a configuration of the project's own, whose content is not known
FROM debian:12
COPY apt.conf /etc/apt/apt.conf.d/90local
RUN apt-get install curl

#: a variable of the Dockerfile that says yes
FROM debian:12
ARG OPTIONS="-y --no-install-recommends"
RUN apt-get install $OPTIONS curl

#: a variable of the script that is a list of packages
FROM debian:12
RUN packages='curl git' && apt-get install $packages
#                          ^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN packages='curl git' && apt-get install -y $packages

#: a variable that may hold options
FROM debian:12
RUN apt-get install ${APT_OPTS} curl

#: a variable that holds packages, as far as its name tells
FROM debian:12
RUN apt-get install $PACKAGES
#   ^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN apt-get install -y $PACKAGES

#: behind other programs
FROM debian:12
RUN sudo -E DEBIAN_FRONTEND=noninteractive apt-get install curl
#                                          ^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN sudo -E DEBIAN_FRONTEND=noninteractive apt-get install -y curl
RUN sh -c "apt-get update && apt-get install curl"
#                            ^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN sh -c "apt-get update && apt-get install -y curl"
RUN cat packages.txt | xargs apt-get install
#                            ^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN cat packages.txt | xargs apt-get install -y

#: in exec form the fix is a string
FROM debian:12
RUN ["apt-get", "install", "curl"]
#    ^^^^^^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN ["apt-get", "install", "-y", "curl"]

#: in a here document
FROM debian:12
RUN <<EOF
apt-get update
apt-get install curl
#^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ apt-get install -y curl
EOF

#: in a here document for another program
FROM python:3.13
RUN python3 <<EOF
print("apt-get install curl")
EOF

#: in a trigger
FROM debian:12
ONBUILD RUN apt-get install curl
#           ^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ ONBUILD RUN apt-get install -y curl

#: over several lines with a comment
FROM debian:12
RUN apt-get \
#   ^^^^^^^^^… `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`, line 4
#+   install -y \
  # what we need
  install \
# ^^^^^^^…
    curl

#: not a command
FROM debian:12
RUN echo apt-get install curl
RUN echo "apt-get install curl" > install.sh

#: on Windows no shell is understood
FROM mcr.microsoft.com/windows/servercore:ltsc2022
RUN apt-get install curl

#: mended: over lines with a comment
FROM debian:12
RUN apt-get \
#   ^^^^^^^^^… `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`, line 4
#+  install -y \
 # why
 install \
#>^^^^^^…
 curl

#: mended: in exec form
FROM debian:12
RUN ["apt-get", "install", "curl"]
#    ^^^^^^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN ["apt-get", "install", "-y", "curl"]

#: mended: in a script in quotes
FROM debian:12
RUN sh -c 'apt-get install curl'
#          ^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN sh -c 'apt-get install -y curl'

#: mended: in a script in exec form
FROM debian:12
RUN ["sh", "-c", "apt-get install curl"]
#                 ^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN ["sh", "-c", "apt-get install -y curl"]

#: mended: in a here document
FROM debian:12
RUN <<EOF
apt-get install curl
#^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ apt-get install -y curl
EOF

#: mended: with Windows line ends
FROM debian:12
RUN apt-get install \
#   ^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN apt-get install -y \
 curl

#: mended: in a trigger
FROM debian:12
ONBUILD RUN apt-get install curl
#           ^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ ONBUILD RUN apt-get install -y curl

#: said elsewhere
FROM debian:12
# APT::Get::Assume-Yes "true"
LABEL note="assume-yes"
RUN echo 'APT::Get::Assume-Yes "true";'
RUN apt-get -o APT::Get::Assume-Yes=true update
RUN apt-get install curl
#   ^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN apt-get install -y curl
RUN apt-get -o apt::get::assume-yes=1 install curl
RUN apt-get -o APT::Get::Assume-Yes=false install curl
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN apt-get -o APT::Get::Assume-Yes=false install -y curl

#: configurations count from where they are written, in their stage
FROM debian:12 AS base
RUN apt-get install curl
#   ^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN apt-get install -y curl
RUN echo 'APT::Get::Assume-Yes "true";' | tee /etc/apt/apt.conf.d/90yes
RUN apt-get install curl
FROM base
RUN apt-get install curl
FROM debian:12
RUN apt-get install curl
#   ^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN apt-get install -y curl
COPY <<EOF /etc/apt/apt.conf.d/90yes
// APT::Get::Assume-Yes "true";
APT::Install-Recommends "false";
EOF
RUN apt-get install curl
#   ^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN apt-get install -y curl
RUN cat > /etc/apt/apt.conf.d/90yes <<EOF
APT { Get { Assume-Yes "true"; } }
EOF
RUN apt-get install curl

#: however it is called
FROM debian:12
RUN apt-get	install curl
#   ^^^^^^^	^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN apt-get	install -y curl
RUN 'apt-get' "install" curl
#   ^^^^^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN 'apt-get' "install" -y curl
RUN nala install curl
#   ^^^^^^^^^^^^ `nala install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN nala install -y curl
RUN eval "apt-get install curl"
#         ^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN eval "apt-get install -y curl"
RUN find . -name '*.deb' -exec apt-get install {} +
#                              ^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#?> Answer yes with `-y`
#+ RUN find . -name '*.deb' -exec apt-get install -y {} +
RUN flock /tmp/lock apt-get install curl
#                   ^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN flock /tmp/lock apt-get install -y curl
RUN sudo -u root -- apt-get install curl
#                   ^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN sudo -u root -- apt-get install -y curl
RUN chroot /mnt apt-get install curl
#               ^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN chroot /mnt apt-get install -y curl
RUN bash -c -- 'apt-get install curl'
#               ^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN bash -c -- 'apt-get install -y curl'

#: where a failure is passed over, the answer makes another image
FROM debian:12
RUN apt-get remove nano || true
#   ^^^^^^^^^^^^^^ `apt-get remove` asks whether to go on, and a build cannot answer
#?> Answer yes with `-y`
#+ RUN apt-get remove -y nano || true
RUN apt-get remove nano; echo done
#   ^^^^^^^^^^^^^^ `apt-get remove` asks whether to go on, and a build cannot answer
#?> Answer yes with `-y`
#+ RUN apt-get remove -y nano; echo done
RUN set -e; apt-get remove nano; echo done
#           ^^^^^^^^^^^^^^ `apt-get remove` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN set -e; apt-get remove -y nano; echo done
RUN set -e; set +e; apt-get remove nano; echo done
#                   ^^^^^^^^^^^^^^ `apt-get remove` asks whether to go on, and a build cannot answer
#?> Answer yes with `-y`
#+ RUN set -e; set +e; apt-get remove -y nano; echo done
RUN if apt-get install curl; then echo done; fi
#      ^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#?> Answer yes with `-y`
#+ RUN if apt-get install -y curl; then echo done; fi
RUN apt-get install curl | tee log
#   ^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#?> Answer yes with `-y`
#+ RUN apt-get install -y curl | tee log

#: behind `xargs` nobody answers
FROM debian:12
RUN xargs apt-get install --no-install-recommends < packages
#         ^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN xargs apt-get install -y --no-install-recommends < packages
RUN xargs apt-get install -y --no-install-recommends < packages
RUN apt-get install --no-install-recommends curl < answers

#: in a trigger's here document
FROM debian:12
ONBUILD RUN <<EOF
apt-get install --no-install-recommends curl
#^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ apt-get install -y --no-install-recommends curl
EOF
ONBUILD RUN cat <<EOF
apt-get install --no-install-recommends curl
EOF
ONBUILD RUN sudo bash <<EOF
apt-get install --no-install-recommends curl
#^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ apt-get install -y --no-install-recommends curl
EOF

#: no package, no question
FROM debian:12
RUN apt-get clean && apt-get purge && rm -rf /var/lib/apt/lists/*
RUN apt-get remove; apt-get install
RUN apt-get purge --auto-remove
#   ^^^^^^^^^^^^^ `apt-get purge` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN apt-get purge -y --auto-remove
RUN apt-get install -f
#   ^^^^^^^^^^^^^^^ `apt-get install` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN apt-get install -y -f
RUN apt-get autoremove
#   ^^^^^^^^^^^^^^^^^^ `apt-get autoremove` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN apt-get autoremove -y
RUN apt-get purge $PACKAGES
#   ^^^^^^^^^^^^^ `apt-get purge` asks whether to go on, and a build cannot answer
#=> Answer yes with `-y`
#+ RUN apt-get purge -y $PACKAGES
