#: much the same
target "app" {
  target = "prd"
#           ^^^ `Dockerfile` has no stage `prd`
#?> Change it to `prod`
#+   target = "prod"
  no-cache-filter = ["buil", "build"]
#                     ^^^^ `Dockerfile` has no stage `buil`
#?> Change it to `build`
#+   no-cache-filter = ["build", "build"]
}
#:: Dockerfile
FROM alpine:3.22 AS build
FROM alpine:3.22 AS prod
#: nothing like it
target "app" {
  target = "release"
#           ^^^^^^^ `Dockerfile` has no stage `release`
}
#:: Dockerfile
FROM alpine:3.22 AS prod
#: letter case, numbers, none
target "app" {
  target = "PROD"
}
target "first" {
  target = "0"
}
target "last" {
  target = ""
}
#:: Dockerfile
FROM alpine:3.22 AS prod
#: in one of the Dockerfiles
target "_base" {
  target = "prod"
}
target "app" {
  inherits = ["_base"]
}
target "web" {
  inherits = ["_base"]
  dockerfile = "web.Dockerfile"
}
#:: Dockerfile
FROM alpine:3.22
#:: web.Dockerfile
FROM alpine:3.22 AS prod
#: nobody knows
target "app" {
  target = "prod"
}
target "web" {
  target = "${STAGE}"
}
