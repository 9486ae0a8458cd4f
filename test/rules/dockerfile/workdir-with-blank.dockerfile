#: without quotes
FROM debian:12
WORKDIR /srv/my app
#       ^^^^^^^^^^^ all of `/srv/my app` is one path
#=> Quote the path
#+ WORKDIR "/srv/my app"
WORKDIR . /src
#       ^^^^^^ all of `. /src` is one path
#=> Quote the path
#+ WORKDIR ". /src"
WORKDIR $HOME/my app
#       ^^^^^^^^^^^^ all of `$HOME/my app` is one path
#=> Quote the path
#+ WORKDIR "$HOME/my app"

#: escapes and lines
FROM debian:12
WORKDIR /srv/my\ other app
#       ^^^^^^^^^^^^^^^^^^ all of `/srv/my\ other app` is one path
WORKDIR /srv/my \
#       ^^^^^^^^^… all of `/srv/my   app` is one path
  app
# ^^^…

#: with quotes, with a comment, and on Windows
FROM debian:12
WORKDIR "/srv/my app"
WORKDIR /app # note
WORKDIR /app   
FROM mcr.microsoft.com/windows/servercore:ltsc2022
WORKDIR C:\Program Files
