#: a bracket
target "app" {
  tags = ["app"
}
#^ Bake refuses the file: the closing `]` is missing
#: no value yet
target "app" {
  tags =
# ^^^^^^ Bake refuses the file: a value is missing behind this
}
#: a word
targ
#^^^ Bake refuses the file: `=` or `{` is missing behind this
#: a string
target "app" {
  context = "app
#           ^^^^ Bake refuses the file: the closing quotation mark is missing
  tags = []
}
#: a brace of another block
target "app" {
#            ^ Bake refuses the file: the brace that closes this is missing
  context = "."

target "web" {
}
#: too many
target "app" {
}
}
#^ Bake refuses the file: nothing is open that this could close
#: an object
target "app" {
  args = {
    A = "1"
    B "2"
#     ^ Bake refuses the file: `=` is missing here
    C =
#      | Bake refuses the file: a value is missing here
  }
}
#: an operator
variable "A" {
  default = 1 +
#              | Bake refuses the file: a value is missing here
}
#: left alone
target "app" {
  name = "app-${replace(tgt, ".", "-")}"
  matrix = {
    tgt = ["a", "b"]
  }
  args = {
    A = null, B : true
    "C.D" = upper("x") == "X" ? [for x in ["a"] : x if x != ""][0] : -1
  }
  // a comment
  dockerfile-inline = <<-EOT
    FROM ${A}
    %{ if A != "" }RUN a%{ endif }
  EOT
  /* another
   */
  tags = concat(["a"], [
    "b:${A}", # why
  ])
}
#: a block without a name, and one with two
target {
#^^^^^ Bake refuses the file: a block of this kind has one name behind it
  context = "."
}
group "a" "b" {
#^^^^ Bake refuses the file: a block of this kind has one name behind it
  targets = []
}
variable {
#^^^^^^^ Bake refuses the file: a block of this kind has one name behind it
}
