#: versions in each way, virtual packages, repositories, files
FROM alpine:3.20
RUN apk add --no-cache nginx=1.26.2-r0 curl~8.11 "git>2.45" "jq<2"
RUN apk add --no-cache --virtual .build gcc=13.2.1-r1
RUN apk add -X https://example.com/repository nginx=1.26.2-r0 ./local.apk !unwanted
RUN apk add --no-cache --virtual .build gcc make
#                                       ^^^ `gcc` and 1 more are installed in whatever version there is on the day of the build
RUN apk add nginx@edge
#           ^^^^^^^^^^ `nginx@edge` is installed in whatever version there is on the day of the build
RUN apk upgrade nginx && apk del nginx
