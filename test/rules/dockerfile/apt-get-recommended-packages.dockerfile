#: ways to say so
FROM debian:12
RUN apt-get install -y --no-install-recommends curl
RUN apt-get --no-install-recommends install -y curl
RUN apt-get install -y -o APT::Install-Recommends=false curl

#: several commands in one RUN
FROM debian:12
RUN apt-get update \
 && apt-get install -y curl \
#   ^^^^^^^^^^^^^^^ `apt-get install` without `--no-install-recommends` installs more than what is named
#?> Add `--no-install-recommends`
#+  && apt-get install -y --no-install-recommends curl \
 && apt-get install -y --no-install-recommends git \
 && rm -rf /var/lib/apt/lists/*

#: wanted
FROM debian:12
RUN apt-get install -y --install-recommends curl

#: configured for all calls, where hadolint reports it
FROM debian:12
RUN echo 'APT::Install-Recommends "false";' > /etc/apt/apt.conf.d/90lean
RUN apt-get install -y curl

#: apt too, which hadolint leaves out
FROM debian:12
RUN apt install -y curl
#   ^^^^^^^^^^^ `apt install` without `--no-install-recommends` installs more than what is named
#?> Add `--no-install-recommends`
#+ RUN apt install -y --no-install-recommends curl

#: mending what dpkg left behind installs no more than is needed
FROM debian:12
RUN dpkg -i tool.deb || apt-get install -f -y

#: the flag goes behind the yes
FROM debian:12
RUN apt-get install --quiet --yes curl
#   ^^^^^^^^^^^^^^^ `apt-get install` without `--no-install-recommends` installs more than what is named
#?> Add `--no-install-recommends`
#+ RUN apt-get install --quiet --yes --no-install-recommends curl

#: in a stage that only builds
FROM debian:12 AS compile
RUN apt-get install -y gcc
FROM debian:12
COPY --from=compile /app /app

#: in a stage that only builds, when asked {"everyStage": true}
FROM debian:12 AS compile
RUN apt-get install -y gcc
#   ^^^^^^^^^^^^^^^ `apt-get install` without `--no-install-recommends` installs more than what is named
#?> Add `--no-install-recommends`
#+ RUN apt-get install -y --no-install-recommends gcc
FROM debian:12
COPY --from=compile /app /app

#: in a stage that another begins with
FROM debian:12 AS base
RUN apt-get install -y curl
#   ^^^^^^^^^^^^^^^ `apt-get install` without `--no-install-recommends` installs more than what is named
#?> Add `--no-install-recommends`
#+ RUN apt-get install -y --no-install-recommends curl
FROM base
CMD ["curl"]

#: in a stage that is a target of its own
FROM debian:12 AS worker
RUN apt-get install -y curl
#   ^^^^^^^^^^^^^^^ `apt-get install` without `--no-install-recommends` installs more than what is named
#?> Add `--no-install-recommends`
#+ RUN apt-get install -y --no-install-recommends curl
FROM debian:12 AS web
RUN apt-get install -y curl
#   ^^^^^^^^^^^^^^^ `apt-get install` without `--no-install-recommends` installs more than what is named
#?> Add `--no-install-recommends`
#+ RUN apt-get install -y --no-install-recommends curl

#: in a stage for tests, that nothing uses
FROM debian:12 AS test
RUN apt-get install -y curl
FROM debian:12 AS web
CMD ["bash"]

#: in a stage whose files are all copied
FROM debian:12 AS full
RUN apt-get install -y curl
#   ^^^^^^^^^^^^^^^ `apt-get install` without `--no-install-recommends` installs more than what is named
#?> Add `--no-install-recommends`
#+ RUN apt-get install -y --no-install-recommends curl
FROM scratch
COPY --from=full / /

#: mended: behind the yes
FROM debian:12
RUN apt-get install -q -y x
#   ^^^^^^^^^^^^^^^ `apt-get install` without `--no-install-recommends` installs more than what is named
#?> Add `--no-install-recommends`
#+ RUN apt-get install -q -y --no-install-recommends x

#: mended: in exec form
FROM debian:12
RUN ["apt-get", "install", "x"]
#    ^^^^^^^^^^^^^^^^^^^^ `apt-get install` without `--no-install-recommends` installs more than what is named
#?> Add `--no-install-recommends`
#+ RUN ["apt-get", "install", "--no-install-recommends", "x"]

#: said elsewhere
FROM debian:12
# install-recommends is off
RUN apt-get install -y --no-install-recommends git && echo install-recommends
RUN apt-get install -y -o APT::Install-Suggests=false curl
#   ^^^^^^^^^^^^^^^ `apt-get install` without `--no-install-recommends` installs more than what is named
#?> Add `--no-install-recommends`
#+ RUN apt-get install -y --no-install-recommends -o APT::Install-Suggests=false curl
RUN apt-get install -y curl
#   ^^^^^^^^^^^^^^^ `apt-get install` without `--no-install-recommends` installs more than what is named
#?> Add `--no-install-recommends`
#+ RUN apt-get install -y --no-install-recommends curl

#: configurations count from where they are written
FROM debian:12
RUN apt-get install -y curl
#   ^^^^^^^^^^^^^^^ `apt-get install` without `--no-install-recommends` installs more than what is named
#?> Add `--no-install-recommends`
#+ RUN apt-get install -y --no-install-recommends curl
RUN echo "APT::Install-Recommends \"0\";" >> /etc/apt/apt.conf
RUN apt-get install -y curl

#: a configuration that is copied
FROM debian:12
COPY sources.list /etc/apt/sources.list
RUN apt-get install -y curl
#   ^^^^^^^^^^^^^^^ `apt-get install` without `--no-install-recommends` installs more than what is named
#?> Add `--no-install-recommends`
#+ RUN apt-get install -y --no-install-recommends curl
COPY apt/ /etc/apt/
RUN apt-get install -y curl

#: however it is called
FROM debian:12
RUN apt-get	install -y curl
#   ^^^^^^^	^^^^^^^ `apt-get install` without `--no-install-recommends` installs more than what is named
#?> Add `--no-install-recommends`
#+ RUN apt-get	install -y --no-install-recommends curl
RUN "apt-get" install -y curl
#   ^^^^^^^^^^^^^^^^^ `apt-get install` without `--no-install-recommends` installs more than what is named
#?> Add `--no-install-recommends`
#+ RUN "apt-get" install -y --no-install-recommends curl
RUN xargs apt-get install -y curl < packages
#         ^^^^^^^^^^^^^^^ `apt-get install` without `--no-install-recommends` installs more than what is named
#?> Add `--no-install-recommends`
#+ RUN xargs apt-get install -y --no-install-recommends curl < packages
RUN nala install -y curl
#   ^^^^^^^^^^^^ `nala install` without `--no-install-recommends` installs more than what is named
#?> Add `--no-install-recommends`
#+ RUN nala install -y --no-install-recommends curl

#: aptitude has another option, so that there is no fix
FROM debian:12
RUN aptitude update && aptitude install -y curl
#                      ^^^^^^^^^^^^^^^^ `aptitude install` without `--no-install-recommends` installs more than what is named

#: what `xargs` brings along is installed
FROM debian:12
RUN xargs apt-get install -y < packages
#         ^^^^^^^^^^^^^^^ `apt-get install` without `--no-install-recommends` installs more than what is named
#?> Add `--no-install-recommends`
#+ RUN xargs apt-get install -y --no-install-recommends < packages
RUN cat packages | xargs -r apt-get install -y
#                           ^^^^^^^^^^^^^^^ `apt-get install` without `--no-install-recommends` installs more than what is named
#?> Add `--no-install-recommends`
#+ RUN cat packages | xargs -r apt-get install -y --no-install-recommends
RUN xargs -a packages sudo apt-get install -y
#                          ^^^^^^^^^^^^^^^ `apt-get install` without `--no-install-recommends` installs more than what is named
#?> Add `--no-install-recommends`
#+ RUN xargs -a packages sudo apt-get install -y --no-install-recommends
RUN xargs apt-get install -y --no-install-recommends < packages
RUN xargs sh -c "apt-get install -y" < packages
RUN xargs echo < packages && apt-get install -y
