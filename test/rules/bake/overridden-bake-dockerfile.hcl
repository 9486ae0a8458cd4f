#: in one target, over two blocks
target "app" {
  context    = "."
  dockerfile = "app.Dockerfile"
# ^^^^^^^^^^ `dockerfile-inline` takes the place of this file
#=> Remove it, lines 3 to 4
#+ }
}
target "app" {
  dockerfile-inline = <<EOT
FROM nginx
EOT
}
#: with something else on the line
target "app" {
  dockerfile        = "app.Dockerfile" # once
# ^^^^^^^^^^ `dockerfile-inline` takes the place of this file
  dockerfile-inline = "FROM nginx"
}
target "web" { dockerfile = "Dockerfile" }
#: only one of them, or nothing said
target "app" {
  dockerfile-inline = "FROM nginx"
}
target "web" {
  inherits   = ["app"]
  dockerfile = "web.Dockerfile"
}
target "db" {
  dockerfile        = "db.Dockerfile"
  dockerfile-inline = null
}
