#: flags of both instructions
FROM mcr.microsoft.com/windows/servercore:ltsc2022
COPY --chown=app:app web.config C:/web/
#    ^^^^^^^^^^^^^^^ `--chown` is for Linux images, and does nothing in one of Windows
#?> Remove `--chown`
#+ COPY web.config C:/web/
COPY --from=build --chown=app --chmod=755 web.exe \
#                 ^^^^^^^^^^^ `--chown` is for Linux images, and does nothing in one of Windows
#?> Remove `--chown`
#+ COPY --from=build --chmod=755 web.exe \
#                             ^^^^^^^^^^^ `--chmod` is for Linux images, and does nothing in one of Windows
#=> Remove `--chmod`
#+ COPY --from=build --chown=app web.exe \
     C:/web/
ADD --chown=app web.zip C:/web/
#   ^^^^^^^^^^^ `--chown` is for Linux images, and does nothing in one of Windows
#?> Remove `--chown`
#+ ADD web.zip C:/web/
COPY web.config C:/web/

#: a stage upon a Windows stage, and by its platform
FROM mcr.microsoft.com/windows/nanoserver:ltsc2022 AS base
FROM base
COPY --chown=app a b
#    ^^^^^^^^^^^ `--chown` is for Linux images, and does nothing in one of Windows
#?> Remove `--chown`
#+ COPY a b
FROM --platform=windows/amd64 example.com/web
COPY --chown=app a b
#    ^^^^^^^^^^^ `--chown` is for Linux images, and does nothing in one of Windows
#?> Remove `--chown`
#+ COPY a b

#: Linux, and what escapes as on Windows
# escape=`
FROM debian:12
COPY --chown=app a b
