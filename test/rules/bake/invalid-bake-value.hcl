#: networks
target "app" {
  network = "bridge"
#            ^^^^^^ there is no network `bridge` in a build, only `default`, `host` and `none`
}
target "web" {
  network = "nome"
#            ^^^^ there is no network `nome` in a build, only `default`, `host` and `none`
#?> Change it to `none`
#+   network = "none"
}
#: entitlements
target "app" {
  entitlements = ["network.host", "security.insecured", "device=nvidia.com/gpu", "ssh"]
#                                  ^^^^^^^^^^^^^^^^^^ there is no entitlement `security.insecured`
#?> Change it to `security.insecure`
#+   entitlements = ["network.host", "security.insecure", "device=nvidia.com/gpu", "ssh"]
#                                                                                 ^^^ there is no entitlement `ssh`
}
#: annotations
target "app" {
  annotations = ["org.opencontainers.image.title", "index:a=b", ""]
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the annotation `org.opencontainers.image.title` has no `=` and value
}
#: what is computed, inherited or of another kind is left alone
variable "NETWORK" {
  default = "bridge"
}
target "app" {
  network      = NETWORK
  entitlements = [NETWORK, "${NETWORK}"]
  annotations  = concat(["a"], ["b=c"])
}
group "network" {
  network = "bridge"
}
