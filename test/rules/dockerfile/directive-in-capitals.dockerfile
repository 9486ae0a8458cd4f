#: each of them
# Syntax = docker/dockerfile:1
# ^^^^^^ `Syntax` is written `syntax` everywhere else
#=> Write syntax
#+ # syntax = docker/dockerfile:1
#ESCAPE=\
#>^^^^^ `ESCAPE` is written `escape` everywhere else
#=> Write escape
#+ #escape=\
# Check=error=true
# ^^^^^ `Check` is written `check` everywhere else
#=> Write check
#+ # check=error=true
FROM debian:12

#: small letters, and comments that only look like one
# syntax=docker/dockerfile:1
# Note=this
# Escape=`
FROM debian:12
