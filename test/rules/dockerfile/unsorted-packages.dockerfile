#: versions, options and lines stay where they are
FROM debian:12
RUN apt-get install -y --no-install-recommends \
      git=1:2.39 \
      curl \
#     ^^^^ `curl` is out of order among its packages
#=> Sort the packages, lines 3 to 4
#+       curl \
#+       git=1:2.39 \
      # for the build
      make \
      gcc \
#     ^^^ `gcc` is out of order among its packages
#=> Sort the packages, lines 6 to 7
#+       gcc \
#+       make \
 && echo done
RUN apt-get install -y b a -t backports d c
#                        ^ `a` is out of order among its packages
#=> Sort the packages
#+ RUN apt-get install -y a b -t backports d c
#                                         ^ `c` is out of order among its packages
#=> Sort the packages
#+ RUN apt-get install -y b a -t backports c d
RUN apt-get install -y b $MORE a ./local.deb d c
#                                              ^ `c` is out of order among its packages
#=> Sort the packages
#+ RUN apt-get install -y b $MORE a ./local.deb c d

#: each sort order of a tool is one
FROM debian:12
RUN apt-get install -y curl git libx11-6 libX11-dev
RUN apt-get install -y Curl ant
RUN apt-get install -y g++ gcc
RUN apt-get install -y curl
RUN apt-get remove -y git curl

#: languages
FROM node:22
RUN npm install -g yarn npm@10
#                       ^^^^^^ `npm@10` is out of order among its packages
#?> Sort the packages
#+ RUN npm install -g npm@10 yarn
RUN ["npm", "install", "-g", "yarn", "npm"]
RUN pip install -r requirements.txt b a
#                                     ^ `a` is out of order among its packages
#?> Sort the packages
#+ RUN pip install -r requirements.txt a b
RUN dnf install -y b a && yum install -y b a && zypper -n in b a
#                    ^ `a` is out of order among its packages
#=> Sort the packages
#+ RUN dnf install -y a b && yum install -y b a && zypper -n in b a
#                                          ^ `a` is out of order among its packages
#=> Sort the packages
#+ RUN dnf install -y b a && yum install -y a b && zypper -n in b a
#                                                              ^ `a` is out of order among its packages
#=> Sort the packages
#+ RUN dnf install -y b a && yum install -y b a && zypper -n in a b
