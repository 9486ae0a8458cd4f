#: twice
target "app" {
}
target "web" {
}
target "app" {
#       ^^^ there is `app` already, and bake makes one of both
}
target "app" {
#       ^^^ there is `app` already, and bake makes one of both
}
#: groups
group "default" {
  targets = ["app"]
}
group "default" {
#      ^^^^^^^ there is `default` already, and bake makes one of both
  targets = ["web"]
}
#: a target and a group
group "app" {
  targets = ["web"]
}
target "app" {
}
