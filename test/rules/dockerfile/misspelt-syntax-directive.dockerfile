#: nearly the name
# syntax=docker/dockerfil:1
#        ^^^^^^^^^^^^^^^^ `docker/dockerfil` is no front end of Docker's; `docker/dockerfile` is
#?> Change it to docker/dockerfile
#+ # syntax=docker/dockerfile:1
FROM debian:12

#: with its registry, and a digest
# syntax=docker.io/docker/dockefile:1@sha256:0123456789012345678901234567890123456789012345678901234567890123
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^ `docker.io/docker/dockefile` is no front end of Docker's; `docker.io/docker/dockerfile` is
#?> Change it to docker.io/docker/dockerfile
#+ # syntax=docker.io/docker/dockerfile:1@sha256:0123456789012345678901234567890123456789012345678901234567890123
FROM debian:12

#: a note behind it
# syntax=docker/dockerfile:1 # newest
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ all of `docker/dockerfile:1 # newest` is the front end's name here
#?> Leave docker/dockerfile:1 alone
#+ # syntax=docker/dockerfile:1
FROM debian:12

#: the name, another channel, and somebody else's front end
# syntax=docker/dockerfile-upstream:master
FROM debian:12

#: somebody else's
# syntax=example.com/team/frontend:1
FROM debian:12
