#: each subcommand in its own way
FROM debian:12
RUN apt update && apt full-upgrade -y && apt upgrade -y
#   ^^^ `apt` has no stable command line, and `apt-get` has
#=> Use `apt-get`
#+ RUN apt-get update && apt full-upgrade -y && apt upgrade -y
#                 ^^^ `apt` has no stable command line, and `apt-get` has
#=> Use `apt-get`
#+ RUN apt update && apt-get dist-upgrade -y && apt upgrade -y
#                                        ^^^ `apt` has no stable command line, and `apt-get` has
#=> Use `apt-get`
#+ RUN apt update && apt full-upgrade -y && apt-get upgrade --with-new-pkgs -y
RUN apt install -y curl; apt clean
#   ^^^ `apt` has no stable command line, and `apt-get` has
#=> Use `apt-get`
#+ RUN apt-get install -y curl; apt clean
#                        ^^^ `apt` has no stable command line, and `apt-get` has
#=> Use `apt-get`
#+ RUN apt install -y curl; apt-get clean
RUN /usr/bin/apt purge -y curl && "apt" autoremove -y
#   ^^^^^^^^^^^^ `apt` has no stable command line, and `apt-get` has
#=> Use `apt-get`
#+ RUN /usr/bin/apt-get purge -y curl && "apt" autoremove -y
#                                 ^^^^^ `apt` has no stable command line, and `apt-get` has
#=> Use `apt-get`
#+ RUN /usr/bin/apt purge -y curl && "apt-get" autoremove -y
RUN ["apt", "upgrade", "-y"]
#    ^^^^^ `apt` has no stable command line, and `apt-get` has
#=> Use `apt-get`
#+ RUN ["apt-get", "upgrade", "--with-new-pkgs", "-y"]
RUN sudo apt install -y curl
#        ^^^ `apt` has no stable command line, and `apt-get` has
#=> Use `apt-get`
#+ RUN sudo apt-get install -y curl

#: another program does it, or none
FROM debian:12
RUN apt search curl && apt list --installed
#   ^^^ `apt` has no stable command line, and `apt-get` has
#?> Use `apt-cache`
#+ RUN apt-cache search curl && apt list --installed
#                      ^^^ `apt` has no stable command line, and `apt-get` has
RUN apt --version
#   ^^^ `apt` has no stable command line, and `apt-get` has

#: of other images it is not known what they tell apt-get
FROM nvidia/cuda:12.4.1-base-ubuntu22.04
RUN apt install -y curl
#   ^^^ `apt` has no stable command line, and `apt-get` has
#?> Use `apt-get`
#+ RUN apt-get install -y curl

#: neither is this apt
FROM debian:12
RUN apt-get install -y apt && apt-mark hold apt && command -v apt
