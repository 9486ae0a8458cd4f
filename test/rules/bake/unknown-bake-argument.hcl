#: much the same, and nothing like it
target "app" {
  args = {
    VERSON = "1"
#   ^^^^^^ `Dockerfile` has no `ARG VERSON`
#?> Change it to `VERSION`
#+     VERSION = "1"
    "OTHER" = "2"
#    ^^^^^ `Dockerfile` has no `ARG OTHER`
    HTTP_PROXY = ""
    BUILDKIT_INLINE_CACHE = 1
  }
}
#:: Dockerfile
ARG VERSION
FROM alpine:3.22
#: in the Dockerfile that the target names
target "app" {
  context = "app"
  dockerfile = "prod.Dockerfile"
  args = { A = 1, B = 2 }
}
#:: app/prod.Dockerfile
FROM alpine:3.22
ARG A
ONBUILD ARG B
#: inherited: some of those that inherit have it
target "_base" {
  args = { A = 1, B = 2 }
#                 ^ none of the Dockerfiles has an `ARG B`
}
target "app" {
  inherits = ["_base"]
  dockerfile = "app.Dockerfile"
}
target "web" {
  inherits = ["_base"]
  dockerfile = "web.Dockerfile"
}
#:: app.Dockerfile
FROM alpine:3.22
ARG A
#:: web.Dockerfile
FROM alpine:3.22
#: nobody knows the Dockerfile
target "app" {
  dockerfile = "${NAME}.Dockerfile"
  args = { A = 1 }
}
target "web" {
  context = "https://example.com/web.git"
  args = { A = 1 }
}
target "inline" {
  dockerfile-inline = "FROM alpine"
  args = { A = 1 }
}
target "computed" {
  inherits = [BASE]
  args = { A = 1 }
}
target "elsewhere" {
  args = { A = 1 }
}
