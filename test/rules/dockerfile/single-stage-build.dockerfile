#: the first command that builds
FROM golang:1.24
RUN go version && go build -o /web . && make
#                 ^^^^^^^^^^^^^^^^^^ what `go build` needs stays in the image, for there is no other stage
CMD ["/web"]

#: other tools
FROM node:22
RUN npm ci && npm run build
#             ^^^^^^^^^^^^^ what `npm run build` needs stays in the image, for there is no other stage
CMD ["node", "dist"]

#: wrappers of a project
FROM eclipse-temurin:21
RUN ./gradlew bootJar
#   ^^^^^^^^^^^^^^^^^ what `gradlew bootJar` needs stays in the image, for there is no other stage
ENTRYPOINT ["java", "-jar", "web.jar"]

#: what builds is removed, only asked, or in a stage of its own
FROM debian:12
RUN apt-get install -y gcc && gcc -o /web web.c && apt-get purge -y gcc
RUN gcc --version
CMD ["/web"]

#: several stages
FROM golang:1.24 AS build
RUN go build -o /web .
FROM debian:12
CMD ["/web"]

#: made for others to build on
FROM golang:1.24
RUN make tools
