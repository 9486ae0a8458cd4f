#: commands
FROM debian:12
ARG NOW=$(date)
#       ^^^^^^^ Docker stores `$(date)` as it stands: no shell runs it here
ENV NOW=$(date +%s) THREADS="$(nproc)"
ENV HOST=`hostname`
#        ^^^^^^^^^^ Docker stores `$(hostname)` as it stands: no shell runs it here
LABEL built=$(date)
#           ^^^^^^^ Docker stores `$(date)` as it stands: no shell runs it here
WORKDIR /opt/$(uname -m)
#       ^^^^^^^^^^^^^^^^ Docker takes `$(uname -m)` as it stands: no shell runs it here
VOLUME /data/$(hostname)
#      ^^^^^^^^^^^^^^^^^ Docker takes `$(hostname)` as it stands: no shell runs it here
COPY app /opt/$(uname -m)/

#: home directories
FROM debian:12
WORKDIR ~
#       ^ Docker takes `~` for a name like any other, not for a home directory
#?> Write /root
#+ WORKDIR /root
COPY app ~/bin/
#        ^ Docker takes `~` for a name like any other, not for a home directory
#?> Write /root
#+ COPY app /root/bin/
ENV CONFIG=~/.config
#          ^ Docker takes `~` for a name like any other, not for a home directory
#?> Write /root
#+ ENV CONFIG=/root/.config
USER app
WORKDIR ~/app
#       ^ Docker takes `~` for a name like any other, not for a home directory
#?> Write /home/app
#+ WORKDIR /home/app/app
COPY ["a", "~/b"]
#          ^ Docker takes `~` for a name like any other, not for a home directory
VOLUME ~web/data
#      ^^^^ Docker takes `~web` for a name like any other, not for a home directory
FROM example.com/base:1
WORKDIR ~
#       ^ Docker takes `~` for a name like any other, not for a home directory

#: what somebody reads later, or is kept from a shell
FROM debian:12
ENV PS1='$(whoami) $ ' PROMPT_COMMAND="$(history -a)"
ENV NAME='$(date)' OTHER=\$(date)
LABEL usage="docker run -v $(pwd):/data web"
ENV PATTERN=*~ BACKUP=a~ HOME_OF=x:~/y
COPY ~/local /opt/
RUN echo $(date) ~ `date`
CMD echo ~

#: a backtick that is the escape character, and Windows
# escape=`
FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
WORKDIR C:\PROGRA~1
ENV A=`
 b
WORKDIR ~\app
