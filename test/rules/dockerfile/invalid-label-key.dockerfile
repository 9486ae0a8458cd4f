#: capitals, underscores, a blank
FROM debian:12
LABEL Version=1
#     ^^^^^^^ `Version` is not a key of small letters, digits, dots and hyphens that begins with a letter
#?> Write version
#+ LABEL version=1
LABEL build_date=1
LABEL "build date"=1
#     ^^^^^^^^^^^^ `build date` is not a key of small letters, digits, dots and hyphens that begins with a letter
LABEL Image_Title web
#     ^^^^^^^^^^^ `Image_Title` is not a key of small letters, digits, dots and hyphens that begins with a letter
#?> Write image-title
#+ LABEL image-title web

#: ends, rows and characters that are none
FROM debian:12
LABEL 1a=1 -a=1 a-=1 a..b=1 a--b=1 a@b=1
#     ^^ `1a` is not a key of small letters, digits, dots and hyphens that begins with a letter
#          ^^ `-a` is not a key of small letters, digits, dots and hyphens that begins with a letter
#               ^^ `a-` is not a key of small letters, digits, dots and hyphens that begins with a letter
#                    ^^^^ `a..b` is not a key of small letters, digits, dots and hyphens that begins with a letter
#                           ^^^^ `a--b` is not a key of small letters, digits, dots and hyphens that begins with a letter
#                                  ^^^ `a@b` is not a key of small letters, digits, dots and hyphens that begins with a letter

#: reserved ones
FROM debian:12
LABEL com.docker.team=1 io.docker.team=1 org.dockerproject.team=1
#     ^^^^^^^^^^^^^^^ keys like `com.docker.team` are Docker's own
#                       ^^^^^^^^^^^^^^ keys like `io.docker.team` are Docker's own
#                                        ^^^^^^^^^^^^^^^^^^^^^^ keys like `org.dockerproject.team` are Docker's own

#: a variable of unknown value
FROM debian:12
LABEL $KEY=1

#: as hadolint has it {"variables": true}
FROM debian:12
LABEL $KEY=1
#     ^^^^ `$KEY` is not a key of small letters, digits, dots and hyphens that begins with a letter

#: keys
FROM debian:12
LABEL a=1 a.b-c/d=1 "a.b"=1 com.dockerish=1 org.opencontainers.image.base.name=1
