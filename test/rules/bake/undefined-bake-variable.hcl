#: much the same, and nothing like it
variable "VERSION" {
  default = "1"
}
function "tag" {
  params = [name]
  result = "${name}:${VERSON}"
#                     ^^^^^^ there is no variable `VERSON`
#?> Change it to `VERSION`
#+   result = "${name}:${VERSION}"
}
target "app" {
  tags = [tga("app"), "app:${OTHER}", uper("x")]
#         ^^^ there is no function `tga`
#?> Change it to `tag`
#+   tags = [tag("app"), "app:${OTHER}", uper("x")]
#                            ^^^^^ there is no variable `OTHER`
#                                     ^^^^ there is no function `uper`
#?> Change it to `upper`
#+   tags = [tga("app"), "app:${OTHER}", upper("x")]
}
#: bound in the block
target "app" {
  name = "app-${v}"
  matrix = { v = ["1"] }
  tags = [for x in ["a"] : "${x}:${v}"]
  args = { for k, w in {} : k => w if w != v }
  labels = { A = "%{ for y in [] }${y}%{ endfor }" }
}
#: what bake brings along
REGISTRY = "example.com"
variable "A" {
  type = list(string)
  default = [BAKE_LOCAL_PLATFORM, REGISTRY]
  validation {
    condition = length(A) > 0
    error_message = "none"
  }
}
target "app" {
  tags = target.web.tags
  args = { B = upper(lower(timestamp())), KEY = null, C = "$A $${A}" }
}
target "web" {
  tags = [base64encode(A[0].b)]
}
#: other files may set it
target "app" {
  tags = [TAG]
}
#:: variables.hcl
variable "TAG" {}
#: JSON
{
  "variable": { "TAG": { "default": "1" } },
  "target": { "app": { "tags": ["app:${TAG}", "app:${TAGS}"] } }
#                                                    ^^^^ there is no variable `TAGS`
#?> Change it to `TAG`
#+   "target": { "app": { "tags": ["app:${TAG}", "app:${TAG}"] } }
}
