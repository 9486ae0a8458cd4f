#: signals
FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
STOPSIGNAL SIGQUIT
#^^^^^^^^^^^^^^^^^ Windows has no signals, so that `STOPSIGNAL` does nothing
#?> Remove `STOPSIGNAL`, lines 2 to 3
#+ # It ends with the image.
# It ends with the image.
STOPSIGNAL 15
#^^^^^^^^^^^^ Windows has no signals, so that `STOPSIGNAL` does nothing
#?> Remove `STOPSIGNAL`, lines 4 to 5
#+ STOPSIGNAL SIGKILL
STOPSIGNAL SIGKILL
STOPSIGNAL 9
ONBUILD STOPSIGNAL SIGINT
CMD ["web.exe"]

#: a comment in between
FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
STOPSIGNAL \
#^^^^^^^^^^^… Windows has no signals, so that `STOPSIGNAL` does nothing
# a comment
  SIGINT
# ^^^^^^…

#: Linux
FROM nginx:1.27
STOPSIGNAL SIGQUIT
