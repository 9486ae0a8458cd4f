#: ways to remove them
FROM debian:12
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists/*
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/apt/lists
RUN apt-get update && apt-get install -y curl && rm -rf "/var/lib/apt/lists/"*
RUN apt-get update && apt-get install -y curl && rm -rf /tmp/* /var/lib/apt/*
RUN apt-get update && apt-get install -y curl && rm -rf /var/lib/{apt,dpkg,cache,log}/
RUN apt-get update && apt-get install -y curl && cd /var/lib && rm -rf apt/lists
RUN apt-get update && apt-get install -y curl && find /var/lib/apt/lists -type f -delete
RUN apt-get update && apt-get install -y curl && apt-get dist-clean
RUN apt-get update && apt-get install -y curl && /opt/clean-up.sh

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
#?> Remove the lists in the same `RUN`
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
#=> Remove the lists in the same `RUN`, line 5
#+ 	rm -rf /var/lib/apt/lists/*
#+ 	EOF
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
#=> Remove the lists in the same `RUN`, line 5
#+ rm -rf /var/lib/apt/lists/*
#+ EOF
apt-get install -y x
EOF

#: mended: in a here document with tabs
FROM debian:12
RUN <<-EOF
	apt-get update
#	^^^^^^^^^^^^^^ `apt-get update` leaves its package lists in the image
#=> Remove the lists in the same `RUN`, line 5
#+ 	rm -rf /var/lib/apt/lists/*
#+ 	EOF
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
