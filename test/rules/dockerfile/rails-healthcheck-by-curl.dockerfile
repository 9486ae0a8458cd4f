#: curl and wget
FROM ruby:3.3-slim
HEALTHCHECK CMD curl -f http://localhost:3000/up || exit 1
#               ^^^^ the health check needs `curl` in the image, where Ruby could ask
HEALTHCHECK --interval=5s CMD ["wget", "-q", "http://localhost:3000/up"]
#                              ^^^^^^ the health check needs `wget` in the image, where Ruby could ask
HEALTHCHECK CMD ruby -rnet/http -e 'exit 0'
HEALTHCHECK NONE

#: another image
FROM debian:12
HEALTHCHECK CMD curl -f http://localhost:3000/up
