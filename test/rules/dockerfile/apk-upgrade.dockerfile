#: all packages, not those that are named
FROM alpine:3.20
RUN apk update && apk upgrade && apk add curl
#                 ^^^^^^^^^^^ `apk upgrade` changes packages of the base image, and to other versions with each build
#?> Remove `apk upgrade`
#+ RUN apk update && apk add curl
RUN apk -U upgrade
#   ^^^^^^^^^^^^^^ `apk upgrade` changes packages of the base image, and to other versions with each build
#?> Remove `apk upgrade`, lines 3 to 4
#+ RUN apk upgrade curl
RUN apk upgrade curl
RUN apk upgrade > /dev/null
#   ^^^^^^^^^^^ `apk upgrade` changes packages of the base image, and to other versions with each build
