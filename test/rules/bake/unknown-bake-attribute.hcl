#: much the same
target "app" {
  platform = ["linux/amd64"]
# ^^^^^^^^ bake leaves out `platform`, which it does not know
#?> Change it to `platforms`
#+   platforms = ["linux/amd64"]
  tag = ["app"]
# ^^^ bake leaves out `tag`, which it does not know
#?> Change it to `tags`
#+   tags = ["app"]
}
group "default" {
  target = ["app"]
# ^^^^^^ bake leaves out `target`, which it does not know
#?> Change it to `targets`
#+   targets = ["app"]
}
#: nothing like it
target "app" {
  secrets-of-mine = []
# ^^^^^^^^^^^^^^^ bake leaves out `secrets-of-mine`, which it does not know
}
#: blocks
targt "app" {
#^^^^ bake leaves out blocks of the type `targt`
#?> Change it to `target`
#+ target "app" {
  platform = []
}
services {
#^^^^^^^ bake leaves out blocks of the type `services`
}
#: of functions and variables
variable "A" {
  default = 1
  validation {
    condition = A > 1
    error_message = "too small"
  }
  sensitive = true
# ^^^^^^^^^ bake leaves out `sensitive`, which it does not know
}
function "f" {
  params = [a]
  variadic_params = b
  result = a
}
#: JSON
{
  "target": {
    "app": { "//": "why", "platform": ["linux/amd64"] }
#                          ^^^^^^^^ bake leaves out `platform`, which it does not know
#?> Change it to `platforms`
#+     "app": { "//": "why", "platforms": ["linux/amd64"] }
  },
  "REGISTRY": "example.com"
}
