#: ways to remove them
FROM debian:12
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists
RUN apt-get update && apt-get install -y curl && rm -rf "/var/lib/apt/lists/"*
RUN apt-get update && apt-get install -y curl && rm -rf /tmp/* /var/lib/apt/*
RUN apt-get update && apt-get install -y curl && rm -r /var/lib/apt/lists/*_*
RUN apt-get update && apt-get install -y curl && cd /var/lib && rm -rf apt/lists
RUN apt-get update && apt-get install -y curl && cd /var/lib/apt/lists && rm -rf *
RUN apt-get update && apt-get install -y curl && (cd /var/lib/apt/lists; rm -rf ./*)
RUN apt-get update && apt-get install -y curl && find /var/lib/apt/lists -type f -delete
RUN apt-get update && apt-get install -y curl && find /var/lib/apt/lists -mindepth 1 -exec rm -rf {} +
RUN apt-get update && apt-get install -y curl && find /var/lib/apt/lists -type f -print0 | xargs -0 rm -f
RUN apt-get update && apt-get install -y curl && apt-get distclean
RUN apt-get update && apt-get install -y curl && apt-get dist-clean
RUN sudo apt-get update && sudo apt-get install -y curl && sudo rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y curl && sh -c 'rm -rf /var/lib/apt/lists/*'

#: by what the script or the Dockerfile names
FROM debian:12
ARG LISTS=/var/lib/apt/lists
RUN apt-get update && apt-get install -y curl && rm -rf $LISTS/*
RUN apt-get update && apt-get install -y curl && d=/var/lib/apt && rm -rf "$d/lists"/*
RUN apt-get update && apt-get install -y curl && d=lists && rm -rf "/var/lib/apt/${d}" "$d"
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/${X:-lists}
RUN apt-get update && apt-get install -y curl; export d=/var/lib; l=$d/apt/lists; rm -rf ${l:?}/*
RUN apt-get update && apt-get install -y curl; trash="/tmp/* /var/lib/apt/lists/*"; rm -rf $trash
RUN apt-get update && apt-get install -y curl && for d in /tmp /var/lib/apt/lists; do rm -rf $d/*; done
RUN clean() { rm -rf /var/lib/apt/lists/*; }; apt-get update && apt-get install -y curl && clean
RUN trap 'rm -rf /var/lib/apt/lists/*' EXIT; apt-get update && apt-get install -y curl
RUN tidy() { rm -rf /var/lib/apt/lists/*; }; trap tidy EXIT; apt-get update && apt-get install -y curl

#: what may remove them is taken for it
FROM debian:12
ARG SLIM=1
RUN apt-get update && apt-get install -y curl && if [ -n "$SLIM" ]; then rm -rf /var/lib/apt/lists/*; fi
RUN if true; then apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*; fi

#: before the update, or before the last
FROM debian:12
RUN rm -rf /var/lib/apt/lists/* && apt-get update && apt-get install -y curl
#                                  ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN rm -rf /var/lib/apt/lists/* && apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/* && apt-get update && apt-get install -y git
#                                                                               ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/* && apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*
RUN d=/tmp; apt-get update && apt-get install -y curl && rm -rf $d/*; d=/var/lib/apt/lists
#           ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN d=/tmp; apt-get update && apt-get install -y curl && rm -rf $d/*; d=/var/lib/apt/lists && rm -rf /var/lib/apt/lists/*

#: only when something fails, or when nobody waits for it
FROM debian:12
RUN apt-get update && apt-get install -y curl || rm -rf /var/lib/apt/lists/*
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl || rm -rf /var/lib/apt/lists/* && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y curl || { rm -rf /var/lib/apt/lists/*; exit 1; }
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
RUN apt-get update && apt-get install -y curl; rm -rf /var/lib/apt/lists/* &
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
RUN clean() { rm -rf /var/lib/apt/lists/*; }; apt-get update && apt-get install -y curl
#                                             ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN clean() { rm -rf /var/lib/apt/lists/*; }; apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
RUN trap 'rm -rf /var/lib/apt/lists/*' INT; apt-get update && apt-get install -y curl
#                                           ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN trap 'rm -rf /var/lib/apt/lists/*' INT; apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*

#: other places, a part of them, and what only lists them
FROM debian:12
ARG ROOTFS
RUN apt-get update && apt-get install -y curl && rm -rf /mnt/var/lib/apt/lists/*
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && rm -rf /mnt/var/lib/apt/lists/* && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y curl && rm -rf $ROOTFS/var/lib/apt/lists/*
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && rm -rf $ROOTFS/var/lib/apt/lists/* && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y curl && chroot /mnt rm -rf /var/lib/apt/lists/*
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && chroot /mnt rm -rf /var/lib/apt/lists/* && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/partial /var/lib/apt/lists/deb.example.com*
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/partial /var/lib/apt/lists/deb.example.com* && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y curl && find /var/lib/apt/lists -type f
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && find /var/lib/apt/lists -type f && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y curl && find /var/lib/apt/lists -name '*.lz4' -delete
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && find /var/lib/apt/lists -name '*.lz4' -delete && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y curl && rm -rf '/var/lib/apt/lists/*'
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && rm -rf '/var/lib/apt/lists/*' && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y curl && rm /var/lib/apt/lists
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && rm /var/lib/apt/lists && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y curl && cd /opt && rm -rf *
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && cd /opt && rm -rf * && rm -rf /var/lib/apt/lists/*

#: what is only called so
FROM debian:12
RUN apt-get update && apt-get install -y make && make clean
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y make && make clean && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y npm && npm cache clean --force
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y npm && npm cache clean --force && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y curl && /opt/clean-up.sh
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && /opt/clean-up.sh && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y curl && echo rm -rf /var/lib/apt/lists/*
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && echo rm -rf /var/lib/apt/lists/* && rm -rf /var/lib/apt/lists/*

#: dash knows no braces
FROM debian:12
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/{apt,dpkg,cache,log}/
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/{apt,dpkg,cache,log}/ && rm -rf /var/lib/apt/lists/*
RUN bash -c 'apt-get update && apt-get install -y curl && rm -rf /var/lib/{apt,dpkg}/lists'
RUN apt-get update && apt-get install -y curl && bash -c 'rm -rf /var/lib/{apt/lists,dpkg}'
RUN <<EOF
#!/bin/bash -e
apt-get update
apt-get install -y curl
rm -rf /var/{lib/apt/lists,cache/apt}/*
EOF
SHELL ["/bin/bash", "-c"]
RUN apt-get update && apt-get install -y curl && rm -rf /var/{cache/{apt,debconf},lib/apt/lists}/*

#: a comment says that the image has bash
# hadolint shell=bash
FROM debian:12
RUN apt-get update && apt-get install -y curl && rm -rf /var/{cache/{apt,debconf},lib/apt/lists}/*

#: bash in the place of dash
FROM ubuntu:24.04
RUN ln -sf /bin/bash /bin/sh
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/{apt/lists,dpkg}

#: an installation may update first, since apt 2.7
FROM debian:13
RUN apt-get install -U -y curl
#   ^^^^^^^^^^^^^^^ `apt-get install` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get install -U -y curl && rm -rf /var/lib/apt/lists/*
RUN apt install --update -y curl && rm -rf /var/lib/apt/lists/*
RUN apt-get -y --update upgrade
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ `apt-get upgrade` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get -y --update upgrade && rm -rf /var/lib/apt/lists/*

#: nala, and lists that are elsewhere
FROM debian:12
RUN nala update && nala install -y curl
#   ^^^^^^^^^^^ `nala update` leaves its package lists in the image
RUN apt-get -o Dir::State::Lists=/tmp/lists update && apt-get install -y curl
RUN chroot /mnt apt-get update && chroot /mnt apt-get install -y curl

#: a tab, and quotes
FROM debian:12
RUN apt-get	update && "apt-get" install -y curl
#   ^^^^^^^	^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get	update && "apt-get" install -y curl && rm -rf /var/lib/apt/lists/*

#: what runs apt runs the clean-up as well
FROM debian:12
RUN sudo apt-get update && sudo -E apt-get install -y curl
#        ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN sudo apt-get update && sudo -E apt-get install -y curl && sudo rm -rf /var/lib/apt/lists/*
RUN doas apt-get update && doas apt-get install -y curl
#        ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN doas apt-get update && doas apt-get install -y curl && doas rm -rf /var/lib/apt/lists/*
RUN sudo -u builder apt-get update && apt-get install -y curl
#                   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
RUN su -c 'apt-get update && apt-get install -y curl'
#          ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
RUN sudo sh -c 'apt-get update && apt-get install -y curl'
#               ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN sudo sh -c 'apt-get update && apt-get install -y curl' && sudo rm -rf /var/lib/apt/lists/*

#: the user of the stage
FROM debian:12
USER web
RUN apt-get update && apt-get install -y curl
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
RUN sudo apt-get update && sudo apt-get install -y curl
#        ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN sudo apt-get update && sudo apt-get install -y curl && sudo rm -rf /var/lib/apt/lists/*
USER 0
RUN apt-get update && apt-get install -y curl
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*

#: data for another program is no place for a command
FROM debian:12
RUN apt-get update && apt-get install -y curl && cat > /etc/motd <<EOF
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && cat > /etc/motd <<EOF && rm -rf /var/lib/apt/lists/*
hello
EOF
RUN apt-get update && apt-get install -y curl && tee /etc/motd <<'EOF'
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && tee /etc/motd <<'EOF' && rm -rf /var/lib/apt/lists/*
hello
EOF
RUN apt-get update && apt-get install -y python3 && python3 - <<EOF
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#?> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y python3 && python3 - <<EOF && rm -rf /var/lib/apt/lists/*
print("hello")
EOF
RUN debconf-set-selections <<EOF && apt-get update && apt-get install -y tzdata
#                                   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN debconf-set-selections <<EOF && apt-get update && apt-get install -y tzdata && rm -rf /var/lib/apt/lists/*
tzdata tzdata/Areas select Etc
EOF
RUN <<EOF
set -e
apt-get update
#^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`, line 21
#+ rm -rf /var/lib/apt/lists/*
#+ EOF
apt-get install -y curl
cat > /etc/motd <<END
hello
END
EOF

#: what is known to install nothing leaves the fix safe
FROM debian:12
RUN apt-get update && apt-get install -y curl
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
RUN useradd web && mkdir -p /app && chown web /app
RUN curl -fsSL https://example.com/app.tar.gz | tar -xz -C /app
RUN pip install --no-cache-dir -r requirements.txt && update-ca-certificates
RUN setup() { mkdir -p "$1"; }; setup /srv
CMD ["./run.sh"]

#: another front end of apt, a script, an interpreter, a task runner, a program of the project's own
FROM debian:12 AS deb
RUN apt-get update && apt-get install -y curl
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#?> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
RUN dpkg -i tool.deb
FROM debian:12 AS script
RUN apt-get update && apt-get install -y curl
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#?> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
RUN python3 setup.py
FROM debian:12 AS make
RUN apt-get update && apt-get install -y curl
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#?> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
RUN make
FROM debian:12 AS npm
RUN apt-get update && apt-get install -y npm
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#?> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y npm && rm -rf /var/lib/apt/lists/*
RUN npm run build
FROM debian:12 AS own
RUN apt-get update && apt-get install -y curl
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#?> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
RUN /app/bin/mkdir x
FROM debian:12 AS variable
RUN apt-get update && apt-get install -y curl
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#?> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
RUN $SETUP
FROM debian:12 AS repository
RUN apt-get update && apt-get install -y curl
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#?> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
RUN add-apt-repository ppa:web/app
FROM debian:12 AS fetched
RUN apt-get update && apt-get install -y curl
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#?> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
RUN curl https://example.com/setup | sh
FROM debian:12 AS interpreter
RUN apt-get update && apt-get install -y curl
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#?> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
RUN <<EOF
#!/usr/bin/python3
import os
EOF
FROM debian:12 AS trigger
RUN apt-get update && apt-get install -y curl
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#?> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
ONBUILD RUN mkdir /app

#: a stage that is built on it needs them
FROM debian:12 AS base
RUN apt-get update && apt-get install -y curl
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
FROM base AS web
RUN nala install -y git
FROM debian:12 AS other
RUN apt-get update && apt-get install -y curl
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
FROM other
RUN apt-get update && apt-get install -y git && rm -rf /var/lib/apt/lists/*
RUN apt-get install -y nano

#: what starts the container needs them
FROM debian:12
RUN apt-get update && apt-get install -y curl
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
CMD apt-get install -y git && ./run.sh

#: an update and a clean-up, but no installation, are package-update-alone's
FROM debian:12
RUN apt-get update && apt-get clean
RUN apt-get update && apt-get autoremove -y

#: paths that are written wrong
FROM debian:12
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/list/*
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/list/* && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y curl && rm -rf /var/cache/apt/lists.d/*
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && rm -rf /var/cache/apt/lists.d/* && rm -rf /var/lib/apt/lists/*

#: a cleaning in another RUN comes too late
FROM debian:12
RUN apt-get update && apt-get install -y curl
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
RUN rm -rf /var/lib/apt/lists/*

#: cleaning the packages is not cleaning the lists
FROM debian:12
RUN apt-get update && apt-get install -y curl && apt-get clean
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && apt-get clean && rm -rf /var/lib/apt/lists/*

#: the lists are in a cache
FROM debian:12
RUN --mount=type=cache,target=/var/lib/apt,sharing=locked --mount=type=cache,target=/var/cache/apt,sharing=locked \
  apt-get update && apt-get install -y curl
RUN --mount=type=cache,target=/var/lib/apt/lists apt-get update && apt-get install -y curl
RUN --mount=type=tmpfs,dst=/var/lib apt-get update && apt-get install -y curl

#: a cache for the packages alone does not hold the lists
FROM debian:12
RUN --mount=type=cache,target=/var/cache/apt apt-get update && apt-get install -y curl
#                                            ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN --mount=type=cache,target=/var/cache/apt apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*

#: an update of its own is reported by package-update-alone
FROM debian:12
RUN apt-get update
RUN apt-get install -y curl

#: a later RUN needs the lists, so there is no fix
FROM debian:12
RUN apt-get update && apt-get install -y curl
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
RUN apt-get install -y git

#: a later RUN may need the lists, so the fix is not a safe one
FROM debian:12
RUN apt-get update && apt-get install -y curl
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#?> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
RUN ./install.sh

#: apt and aptitude too
FROM debian:12
RUN apt update && apt install -y curl
#   ^^^^^^^^^^ `apt update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt update && apt install -y curl && rm -rf /var/lib/apt/lists/*
RUN aptitude update && aptitude install -y curl
#   ^^^^^^^^^^^^^^^ `aptitude update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN aptitude update && aptitude install -y curl && rm -rf /var/lib/apt/lists/*

#: the fix does as the last line does
FROM debian:12
RUN apt-get update && \
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`, line 6
#+     true && \
#+     rm -rf /var/lib/apt/lists/*
    apt-get install -y \
      curl \
      git && \
    true
RUN set -eux; \
	apt-get update; \
#	^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
	apt-get install -y \
		curl \
	;

#: in a here document
FROM debian:12
RUN <<EOF
set -e
apt-get update
#^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`, line 6
#+ rm -rf /var/lib/apt/lists/*
#+ EOF
apt-get install -y curl
EOF

#: in a here document with tabs and Windows line ends
FROM debian:12
RUN <<-EOF
	apt-get update
#	^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`, line 4
#+ 	apt-get install -y curl && rm -rf /var/lib/apt/lists/*
	apt-get install -y curl
	EOF

#: a stage of which only files are taken, where hadolint is silent too
FROM debian:12 AS compile
RUN apt-get update && apt-get install -y gcc
FROM debian:12
COPY --from=compile /app /app

#: a stage of which only files are taken, when asked {"everyStage": true}
FROM debian:12 AS compile
RUN apt-get update && apt-get install -y gcc
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y gcc && rm -rf /var/lib/apt/lists/*
FROM debian:12
COPY --from=compile /app /app

#: in a trigger
FROM debian:12
ONBUILD RUN apt-get update && apt-get install -y curl
#           ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#?> Remove the lists in the same `RUN`
#+ ONBUILD RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*

#: mended: on one line
FROM debian:12
RUN apt-get update && apt-get install -y x
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y x && rm -rf /var/lib/apt/lists/*

#: mended: without a line end
FROM debian:12
RUN apt-get update && apt-get install -y x
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y x && rm -rf /var/lib/apt/lists/*
#<

#: mended: where lines begin with &&
FROM debian:12
RUN apt-get update \
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`, line 3
#+   && apt-get install -y x \
#+   && rm -rf /var/lib/apt/lists/*
  && apt-get install -y x

#: mended: where lines end with &&
FROM debian:12
RUN apt-get update && \
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`, line 3
#+     apt-get install -y x && \
#+     rm -rf /var/lib/apt/lists/*
    apt-get install -y x

#: mended: behind a list of packages
FROM debian:12
RUN apt-get update && apt-get install -y \
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`, line 5
#+     y \
#+     && rm -rf /var/lib/apt/lists/*
    x \
    # why
    y

#: mended: with Windows line ends
FROM debian:12
RUN apt-get update \
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`, line 3
#+  && apt-get install -y x \
#+  && rm -rf /var/lib/apt/lists/*
 && apt-get install -y x

#: mended: in a here document
FROM debian:12
RUN <<EOF
apt-get update
#^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`, line 4
#+ apt-get install -y x && rm -rf /var/lib/apt/lists/*
apt-get install -y x
EOF

#: mended: in a here document with tabs
FROM debian:12
RUN <<-EOF
	apt-get update
#	^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`, line 4
#+ 	apt-get install -y x && rm -rf /var/lib/apt/lists/*
	apt-get install -y x
	EOF

#: mended: where a script comes later
FROM debian:12
RUN apt-get update && apt-get install -y x
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#?> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y x && rm -rf /var/lib/apt/lists/*
RUN ./setup.sh

#: no fix: where the lists are needed later
FROM debian:12
RUN apt-get update && apt-get install -y x
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
RUN apt-get install -y y

#: no fix: behind a comment of the shell
FROM debian:12
RUN apt-get update && apt-get install -y x # why
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image

#: no fix: behind a command in the background
FROM debian:12
RUN apt-get update; apt-get install -y x &
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image

#: no fix: behind a semicolon
FROM debian:12
RUN apt-get update; apt-get install -y x;
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image

#: no fix: behind an exit
FROM debian:12
RUN apt-get update; apt-get install -y x; exit 0
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image

#: no fix: in exec form
FROM debian:12
RUN ["sh", "-c", "apt-get update && apt-get install -y x"]
#                 ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image

#: a failure that is the script's stays so
FROM debian:12
RUN <<EOF
apt-get update && apt-get install -y curl
#^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`, line 4
#+ test -x /usr/bin/curl && rm -rf /var/lib/apt/lists/*
test -x /usr/bin/curl
EOF
RUN <<EOF
apt-get update
#^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`, line 10
#+ fi && rm -rf /var/lib/apt/lists/*
if [ -n "$NEWEST" ]; then
	apt-get install -y curl
fi
EOF
RUN <<EOF
#!/bin/bash -e
apt-get update
#^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`, line 16
#+ rm -rf /var/lib/apt/lists/*
#+ EOF
apt-get install -y curl
EOF
RUN <<EOF
set -e
apt-get update
#^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`, line 21
#+ apt-get install -y curl && rm -rf /var/lib/apt/lists/*
set +e
apt-get install -y curl
EOF
RUN <<EOF
apt-get update
#^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
apt-get install -y curl
cat > /etc/motd <<END
hello
END
EOF
SHELL ["/bin/bash", "-eo", "pipefail", "-c"]
RUN <<EOF
apt-get update
#^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`, line 34
#+ rm -rf /var/lib/apt/lists/*
#+ EOF
apt-get install -y curl
EOF

#: one arm of a choice does not clean up after another
FROM debian:12
RUN if [ -n "$CURL" ]; then apt-get update && apt-get install -y curl; else rm -rf /var/lib/apt/lists/*; fi
#                           ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#?> Remove the lists in the same `RUN`
#+ RUN if [ -n "$CURL" ]; then apt-get update && apt-get install -y curl; else rm -rf /var/lib/apt/lists/*; fi && rm -rf /var/lib/apt/lists/*
RUN case "$KIND" in a) apt-get update && apt-get install -y curl ;; b) rm -rf /var/lib/apt/lists/* ;; esac
#                      ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#?> Remove the lists in the same `RUN`
#+ RUN case "$KIND" in a) apt-get update && apt-get install -y curl ;; b) rm -rf /var/lib/apt/lists/* ;; esac && rm -rf /var/lib/apt/lists/*
RUN if [ -n "$CURL" ]; then apt-get update && apt-get install -y curl; fi; if [ -n "$CURL" ]; then rm -rf /var/lib/apt/lists/*; fi
RUN for kind in a b; do case $kind in a) apt-get update && apt-get install -y curl ;; b) rm -rf /var/lib/apt/lists/* ;; esac; done

#: behind a test something is chosen, behind anything else it has failed
FROM debian:12
RUN apt-get update && apt-get install -y curl; [ -n "$KEEP" ] || rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y curl && { test -n "$KEEP" || rm -rf /var/lib/apt/lists/*; }
RUN apt-get update && apt-get install -y curl; mkdir /x || rm -rf /var/lib/apt/lists/*
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl; mkdir /x || rm -rf /var/lib/apt/lists/* && rm -rf /var/lib/apt/lists/*

#: what is listed and removed
FROM debian:12
RUN apt-get update && apt-get install -y curl && ls -d /var/lib/apt/lists/* | xargs rm -rf
RUN apt-get update && apt-get install -y curl && echo /var/lib/apt/lists/* | xargs rm -rf
RUN apt-get update && apt-get install -y curl && ls /var/lib/apt/lists/* | xargs cat
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y curl && ls /var/lib/apt/lists/* | xargs cat && rm -rf /var/lib/apt/lists/*

#: in a trigger's here document
FROM debian:12
ONBUILD RUN <<EOF
set -e
apt-get update
#^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#?> Remove the lists in the same `RUN`, line 6
#+ rm -rf /var/lib/apt/lists/*
#+ EOF
apt-get install -y curl
EOF
ONBUILD RUN <<EOF sh
apt-get update && apt-get install -y curl
rm -rf /var/lib/apt/lists/*
EOF
ONBUILD COPY <<EOF /install
apt-get update && apt-get install -y curl
EOF

#: no safe fix: a later update that may not happen
FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends curl
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#?> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
RUN [ -n "$NEWEST" ] && apt-get update; apt-get install -y git
#                       ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN [ -n "$NEWEST" ] && apt-get update; apt-get install -y git && rm -rf /var/lib/apt/lists/*

#: no safe fix: a later command asks the lists
FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends curl
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#?> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
RUN apt-cache show git > /about-git

#: no safe fix: apt asks the lists
FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends curl
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#?> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
RUN apt list --upgradable > /old

#: no safe fix: a later command takes the lists along
FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends curl
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#?> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
RUN tar czf /lists.tgz /var/lib/apt/lists

#: no safe fix: a known program starts others
FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends curl
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#?> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
RUN git submodule foreach ./install.sh

#: no safe fix: awk starts others
FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends curl
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#?> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
RUN awk 'BEGIN { system("./install.sh") }'

#: no safe fix: programs whose names objects have, too
FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends curl
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#?> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
RUN constructor && toString && __proto__

#: no safe fix: another stage takes all along and installs
FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends curl
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#?> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
FROM scratch
COPY --from=0 / /
RUN apt-get install -y git

#: no safe fix: another stage takes the lists along {"everyStage": true}
FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends curl
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#?> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
FROM debian:12
COPY --from=0 /var/lib/apt /var/lib/apt
RUN ./install.sh

#: mended: another stage takes all along and installs nothing
FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends curl
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
FROM scratch
COPY --from=0 / /
CMD ["curl"]

#: mended: a later RUN updates for sure
FROM debian:12
RUN apt-get update && apt-get install -y --no-install-recommends curl
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y --no-install-recommends curl && rm -rf /var/lib/apt/lists/*
RUN set -ex && apt-get update; apt-get install -y git && rm -rf /var/lib/apt/lists/*
RUN ./install.sh

#: a variable may hold the removal, and a shell makes words of it, of operators too
FROM debian:12
ENV CLEAN="rm -rf /var/lib/apt/lists/*" LATER="true && rm -rf /var/lib/apt/lists/*"
RUN apt-get update && apt-get install -y --no-install-recommends curl && $CLEAN
RUN clean='find /var/lib/apt/lists -type f -delete' && apt-get update && apt-get install -y --no-install-recommends curl && $clean
RUN apt-get update && apt-get install -y --no-install-recommends curl && $LATER
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y --no-install-recommends curl && $LATER && rm -rf /var/lib/apt/lists/*

#: popd leads back
FROM debian:12
SHELL ["/bin/bash", "-c"]
WORKDIR /app
RUN apt-get update && apt-get install -y --no-install-recommends curl && pushd /var/lib/apt/lists && pushd /tmp && popd && rm -rf ./*
RUN apt-get update && apt-get install -y --no-install-recommends curl && pushd /var/lib/apt/lists && popd && rm -rf ./*
#   ^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`
#+ RUN apt-get update && apt-get install -y --no-install-recommends curl && pushd /var/lib/apt/lists && popd && rm -rf ./* && rm -rf /var/lib/apt/lists/*
