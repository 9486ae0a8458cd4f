#: nothing like it
target "app" {
  inherits = ["base"]
#              ^^^^ there is no target `base`
}
#: much the same
group "default" {
  targets = ["ap", "grp"]
#             ^^ there is no target `ap`
#?> Change it to `app`
#+   targets = ["app", "grp"]
#                   ^^^ there is no target `grp`
}
group "group" {
  targets = ["app"]
}
target "app" {
  contexts = {
    base = "target:bas"
#                  ^^^ there is no target `bas`
#?> Change it to `base`
#+     base = "target:base"
    image = "docker-image://alpine"
  }
}
target "base" {}
#: in the file that overrides
target "app" {
  inherits = ["base"]
}
#:: docker-bake.override.hcl
target "base" {}
#: a service of a Compose file is a target too
target "app" {
  inherits = ["web"]
}
#:: compose.yaml
services: {}
#: made by a matrix
target "app" {
  name = "app-${v}"
  matrix = { v = ["1", "2"] }
}
group "default" {
  targets = ["app-1"]
}
#: patterns, and what an action makes
group "default" {
  targets = ["app-*"]
}
target "app-1" {
  inherits = ["docker-metadata-action"]
}
#: computed
target "app" {
  inherits = [BASE]
  contexts = { a = "target:${BASE}" }
}
