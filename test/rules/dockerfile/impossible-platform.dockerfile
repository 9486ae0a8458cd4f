#: images of one architecture, and of one system
FROM --platform=linux/amd64 arm64v8/debian:12
#               ^^^^^^^^^^^ `arm64v8/debian:12` is an image of `linux/arm64`
#?> Remove --platform
#+ FROM arm64v8/debian:12
FROM --platform=linux/arm64 example.com/web:1.2-amd64
#               ^^^^^^^^^^^ `example.com/web:1.2-amd64` is an image of `linux/amd64`
#?> Remove --platform
#+ FROM example.com/web:1.2-amd64
FROM --platform=linux/amd64 mcr.microsoft.com/windows/nanoserver:ltsc2022
#               ^^^^^^^^^^^ `mcr.microsoft.com/windows/nanoserver:ltsc2022` is an image of `windows`
#?> Remove --platform
#+ FROM mcr.microsoft.com/windows/nanoserver:ltsc2022
FROM --platform=arm64 i386/alpine:3.22 AS web
#               ^^^^^ `i386/alpine:3.22` is an image of `linux/386`
#?> Remove --platform
#+ FROM i386/alpine:3.22 AS web

#: the same one, however it is written
FROM --platform=linux/aarch64 arm64v8/debian:12
FROM --platform=linux/arm/v7 arm32v7/debian:12
FROM --platform=windows/amd64 mcr.microsoft.com/windows/nanoserver:ltsc2022

#: any image, no flag, and a variable
FROM --platform=linux/arm64 debian:12
FROM arm64v8/debian:12
FROM --platform=$BUILDPLATFORM arm64v8/debian:12
FROM --platform=linux/arm64 example.com/arm64v8/debian:12
