#: branches and latest releases
FROM debian:12
RUN curl -fsSLO https://github.com/example/app/releases/latest/download/app.tar.gz
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ what this link leads to changes with time
RUN wget https://raw.githubusercontent.com/example/app/main/install.sh
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ what this link leads to changes with time
ADD https://github.com/example/app/archive/refs/heads/master.tar.gz /tmp/
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ what this link leads to changes with time
ADD https://github.com/example/app.git /src
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this takes whatever the repository's main branch is on that day
RUN git clone --depth 1 https://github.com/example/app.git
#       ^^^^^ this takes whatever the repository's main branch is on that day

#: versions
FROM debian:12
RUN curl -fsSLO https://github.com/example/app/releases/download/v1.2.0/app.tar.gz
RUN wget https://raw.githubusercontent.com/example/app/v1.2.0/install.sh
ADD https://github.com/example/app.git#v1.2.0 /src
RUN git clone -b v1.2.0 https://github.com/example/app.git
RUN git clone https://github.com/example/app.git && cd app && git checkout 0f1e2d3
RUN git clone https://github.com/example/app.git
WORKDIR app
RUN git checkout v1.2.0
