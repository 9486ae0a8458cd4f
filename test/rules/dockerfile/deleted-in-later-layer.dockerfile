#: files, by name and by pattern
FROM debian:12
COPY tool.deb /tmp/
RUN dpkg -i /tmp/tool.deb && rm -f /tmp/*.deb
#                            ^^^^^^^^^^^^^^^^ `/tmp/tool.deb` stays in the layer that copied it

#: files, by name and by pattern, 2
FROM debian:12
COPY id_rsa /root/.ssh/id_rsa
RUN git clone git@example.com:web.git && rm /root/.ssh/id_rsa
#                                           ^^^^^^^^^^^^^^^^^ `/root/.ssh/id_rsa` stays in the layer that copied it

#: files, by name and by pattern, 3
FROM debian:12
COPY tool.deb .
RUN dpkg -i tool.deb
WORKDIR /srv
COPY other.deb .
RUN dpkg -i other.deb; rm other.deb
#                         ^^^^^^^^^ `/srv/other.deb` stays in the layer that copied it

#: a folder, with all that is in it
FROM debian:12
COPY . /src
RUN make -C /src install
RUN rm -rf /src
#          ^^^^ `/src` stays in the layer that copied it

#: a folder, with all that is in it, 2
FROM debian:12
COPY src/ /build/src
RUN rm -rf /build
#          ^^^^^^ `/build/src` stays in the layer that copied it

#: a link, and a here document
FROM debian:12
ADD https://example.com/tool.deb /tmp/
COPY <<EOF /tmp/setup.sh
true
EOF
RUN rm /tmp/tool.deb /tmp/setup.sh
#      ^^^^^^^^^^^^^ `/tmp/tool.deb` stays in the layer that copied it

#: below a folder whose files are not known
FROM debian:12
COPY . /app
COPY *.conf /tmp/
RUN rm -rf /app/node_modules /tmp/*

#: what is unpacked does not lie there
FROM debian:12
ADD tool.tar.gz /tmp/
RUN rm -rf /tmp/tool.tar.gz

#: sometimes, before, or something else
FROM debian:12
RUN rm -f /tmp/tool.deb
COPY tool.deb /tmp/
RUN if [ -n "$X" ]; then rm /tmp/tool.deb; fi
RUN rm /tmp/other.deb

#: in a stage that is thrown away
FROM debian:12 AS build
COPY tool.deb /tmp/
RUN rm /tmp/tool.deb
FROM debian:12
COPY --from=build /opt /opt

#: the same, in every stage {"everyStage": true}
FROM debian:12 AS build
COPY tool.deb /tmp/
RUN rm /tmp/tool.deb
#      ^^^^^^^^^^^^^ `/tmp/tool.deb` stays in the layer that copied it
FROM debian:12
COPY --from=build /opt /opt
