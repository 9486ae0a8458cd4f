#: links
FROM debian:12
ENV MIRROR=https://example.com
ADD https://example.com/tool.tar.gz $MIRROR/other /tmp/
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `ADD` downloads `https://example.com/tool.tar.gz` into a layer of its own
#                                   ^^^^^^^^^^^^^ `ADD` downloads `https://example.com/other` into a layer of its own

#: with a checksum, or unpacked
FROM debian:12
ADD --checksum=sha256:0123456789012345678901234567890123456789012345678901234567890123 https://example.com/tool /usr/bin/
ADD --unpack=true https://example.com/tool.tar.gz /opt/

#: repositories and files
FROM debian:12
ADD https://github.com/example/web.git#v1 /src
ADD rootfs.tar.gz /
ADD $LINK /tmp/
