#: by each of its ways
FROM debian:12
ADD http://example.org/app.tar.gz /tmp/
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ anybody between the build and the server can change what comes from here
#?> Download it over HTTPS
#+ ADD https://example.org/app.tar.gz /tmp/
RUN curl -fsSL http://example.org/install.sh | sh
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ anybody between the build and the server can change what comes from here
#?> Download it over HTTPS
#+ RUN curl -fsSL https://example.org/install.sh | sh
RUN wget "http://example.org/app-$VERSION.tar.gz" && tar -xf app.tar.gz
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ anybody between the build and the server can change what comes from here
#?> Download it over HTTPS
#+ RUN wget "https://example.org/app-$VERSION.tar.gz" && tar -xf app.tar.gz
RUN ["curl", "-O", "http://example.org/app.tar.gz"]
#                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ anybody between the build and the server can change what comes from here
#?> Download it over HTTPS
#+ RUN ["curl", "-O", "https://example.org/app.tar.gz"]
ARG BASE=http://example.org
ADD $BASE/app.tar.gz /tmp/
#   ^^^^^^^^^^^^^^^^ anybody between the build and the server can change what comes from here

#: looked at, HTTPS, and one's own network
FROM debian:12
RUN curl -O http://example.org/app.tar.gz && echo "$SUM app.tar.gz" | sha256sum -c
RUN curl -O https://example.org/app.tar.gz && curl http://localhost:8080/ && curl http://10.0.0.1/app && curl http://nexus/app && curl http://nexus.corp/app
RUN curl http://$HOST/app && echo http://example.org && git clone http://example.org/app.git
