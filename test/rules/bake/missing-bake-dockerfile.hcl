#: not there
target "app" {
  dockerfile = "app.Dockerfile"
#              ^^^^^^^^^^^^^^^^ there is no `app.Dockerfile`
}
target "web" {
  context = "./web"
#           ^^^^^^^ there is no `web/Dockerfile`
}
#:: Dockerfile
FROM alpine:3.22
#: inherited, and told once
target "_base" {
  context = "web"
#           ^^^^^ there is no `web/Dockerfile`
}
target "app" {
  inherits = ["_base"]
}
target "web" {
  inherits = ["_base"]
}
#:: Dockerfile
FROM alpine:3.22
#:: web/app.Dockerfile
FROM alpine:3.22
#: nobody knows
target "app" {
  context = "../app"
}
target "web" {
  context = "https://example.com/web.git"
  dockerfile = "x"
}
target "inline" {
  dockerfile-inline = "FROM alpine"
  dockerfile = "x"
}
target "unsaid" {
}
target "variable" {
  dockerfile = "${NAME}"
}
#:: package.json
{}
#: bake is started from another folder
target "app" {
  dockerfile = "docker/Dockerfile"
}
#:: x/Dockerfile
FROM alpine:3.22
#: there
target "app" {
  context = "app/../web"
  dockerfile = "./Dockerfile"
}
#:: web/Dockerfile
FROM alpine:3.22
