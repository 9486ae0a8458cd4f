#: options
FROM debian:12
RUN apt-get update --allow-insecure-repositories && apt-get install -y --allow-unauthenticated nginx
#                  ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `--allow-insecure-repositories` takes packages without looking for a signature
#?> Leave out `--allow-insecure-repositories`
#+ RUN apt-get update && apt-get install -y --allow-unauthenticated nginx
#                                                                      ^^^^^^^^^^^^^^^^^^^^^^^ `--allow-unauthenticated` takes packages without looking for a signature
#?> Leave out `--allow-unauthenticated`
#+ RUN apt-get update --allow-insecure-repositories && apt-get install -y nginx
RUN apt-get -o APT::Get::AllowUnauthenticated=true install -y nginx
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `-o APT::Get::AllowUnauthenticated=true` takes packages without looking for a signature
#?> Leave out `-o APT::Get::AllowUnauthenticated=true`
#+ RUN apt-get install -y nginx
RUN apt-get -oAcquire::https::Verify-Peer=false update && apt-get install -y nginx
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `-o Acquire::https::Verify-Peer=false` takes packages without looking for a signature
#?> Leave out `-o Acquire::https::Verify-Peer=false`
#+ RUN apt-get update && apt-get install -y nginx
RUN ["apt-get", "install", "-y", "--allow-unauthenticated", "nginx"]
#                                ^^^^^^^^^^^^^^^^^^^^^^^^^ `--allow-unauthenticated` takes packages without looking for a signature
#?> Leave out `--allow-unauthenticated`
#+ RUN ["apt-get", "install", "-y", "nginx"]

#: configuration and sources
FROM debian:12
RUN echo 'APT::Get::AllowUnauthenticated "true";' > /etc/apt/apt.conf.d/99local
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `AllowUnauthenticated "true` takes packages without looking for a signature
RUN echo "deb [trusted=yes] http://deb.example.com stable main" > /etc/apt/sources.list.d/web.list
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `[trusted=yes]` takes packages without looking for a signature
RUN echo "deb [arch=amd64 trusted=yes] http://deb.example.com stable main" | tee /etc/apt/sources.list.d/web.list
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `[arch=amd64 trusted=yes]` takes packages without looking for a signature
RUN cat <<EOF > /etc/apt/sources.list.d/web.sources
Types: deb
Trusted: yes
#^^^^^^^^^^^ `Trusted: yes` takes packages without looking for a signature
EOF

#: what is checked
FROM debian:12
RUN apt-get update -o Acquire::Check-Valid-Until=false && apt-get install -y --allow-downgrades nginx
RUN echo "deb [signed-by=/etc/apt/keyrings/web.gpg] https://deb.example.com stable main" > /etc/apt/sources.list.d/web.list
RUN echo "[trusted=yes]" > notes
