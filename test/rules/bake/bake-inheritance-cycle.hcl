#: of itself
target "app" {
  inherits = ["app"]
#              ^^^ `app` inherits from itself
}
#: of three
target "a" {
  inherits = ["b"]
}
target "b" {
  inherits = ["base", "c"]
}
target "c" {
  inherits = ["a"]
#              ^ a → b → c → a is a circle
}
target "base" {}
#: twice the same is no circle
target "a" {
  inherits = ["b", "c"]
}
target "b" {
  inherits = ["base"]
}
target "c" {
  inherits = ["base"]
}
target "base" {}
