#: a base image whose directory is known
FROM golang:1.24
COPY app.go ./
#           ^^ `./` is relative to the working directory that `golang:1.24` happens to have
#=> Make it /go/
#+ COPY app.go /go/
COPY app.go .
#           ^ `.` is relative to the working directory that `golang:1.24` happens to have
#=> Make it /go/
#+ COPY app.go /go/
COPY app.go cmd/
#           ^^^^ `cmd/` is relative to the working directory that `golang:1.24` happens to have
#=> Make it /go/cmd/
#+ COPY app.go /go/cmd/
COPY "app.go" "cmd/app.go"
#             ^^^^^^^^^^^^ `cmd/app.go` is relative to the working directory that `golang:1.24` happens to have
#=> Make it /go/cmd/app.go
#+ COPY "app.go" "/go/cmd/app.go"
COPY ["app.go", "cmd/"]
#               ^^^^^^ `cmd/` is relative to the working directory that `golang:1.24` happens to have
#=> Make it /go/cmd/
#+ COPY ["app.go", "/go/cmd/"]

#: one whose directory is not known
FROM example.com/team/base:1.0
COPY app.py app/
#           ^^^^ `app/` is relative to the working directory that `example.com/team/base:1.0` happens to have
#?> Make it /app/
#+ COPY app.py /app/

#: a WORKDIR before it, here or in the stage that it begins with
FROM debian:12 AS base
WORKDIR /srv
COPY app.py .
FROM base
COPY app.py .

#: a WORKDIR after it, or in another stage, does not count
FROM debian:12
COPY app.py app/
#           ^^^^ `app/` is relative to the working directory that `debian:12` happens to have
#=> Make it /app/
#+ COPY app.py /app/
WORKDIR /srv
FROM debian:12
COPY app.py app/
#           ^^^^ `app/` is relative to the working directory that `debian:12` happens to have
#=> Make it /app/
#+ COPY app.py /app/

#: from nothing
FROM scratch
COPY app /
COPY app bin/

#: from nothing, as hadolint has it {"scratch": true}
FROM scratch
COPY app bin/
#        ^^^^ `bin/` is relative to the working directory that `scratch` happens to have
#=> Make it /bin/
#+ COPY app /bin/

#: absolute ones, of Windows too
FROM debian:12
COPY app.py /srv/
COPY app.py "/srv/"
COPY app.py C:/srv/
FROM mcr.microsoft.com/windows/servercore:ltsc2022
COPY app.exe C:\srv\

#: Windows
FROM mcr.microsoft.com/windows/servercore:ltsc2022
COPY app.exe srv/
#            ^^^^ `srv/` is relative to the working directory that `mcr.microsoft.com/windows/servercore:ltsc2022` happens to have
#?> Make it /srv/
#+ COPY app.exe /srv/

#: variables
FROM debian:12
ARG TARGET=srv
COPY app.py $TARGET/
#           ^^^^^^^^ `srv/` is relative to the working directory that `debian:12` happens to have
COPY app.py $UNKNOWN/
COPY app.py srv/$UNKNOWN
#           ^^^^^^^^^^^^ `srv/$UNKNOWN` is relative to the working directory that `debian:12` happens to have

#: paths upwards
FROM debian:12
COPY app.py ../srv/
#           ^^^^^^^ `../srv/` is relative to the working directory that `debian:12` happens to have

#: ADD, which hadolint leaves out too
FROM debian:12
ADD rootfs.tar.gz .

#: an ONBUILD copies into whatever its image will be
FROM debian:12
ONBUILD COPY . .
