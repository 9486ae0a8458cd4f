#: links
FROM debian:12
ADD https://example.com/tool.sh /usr/bin/tool
ADD http://example.com/tool.sh /usr/bin/tool

#: repositories, where hadolint reports them
FROM debian:12
ADD https://github.com/example/web.git#main /src
ADD git@github.com:example/web.git /src
ADD ssh://git@example.com/web.git /src
ADD git://example.com/web /src

#: archives
FROM debian:12
ADD rootfs.tar /
ADD rootfs.tar.gz rootfs.tgz rootfs.txz /
ADD rootfs.tar.zst /
ADD rootfs.TAR.XZ /

#: archives that Docker does not unpack
FROM debian:12
ADD web.zip web.jar /app/
#^^ `ADD` does no more than `COPY` for these files
#=> Use COPY
#+ COPY web.zip web.jar /app/

#: flags that COPY does not have
FROM debian:12
ADD --unpack=true web /app/
ADD --checksum=sha256:0123456789012345678901234567890123456789012345678901234567890123 https://example.com/a /a
ADD --keep-git-dir=true https://example.com/web.git /src

#: flags that COPY has
FROM debian:12
ADD --chown=1000:1000 --chmod=755 run.sh /usr/bin/
#^^ `ADD` does no more than `COPY` for `run.sh`
#=> Use COPY
#+ COPY --chown=1000:1000 --chmod=755 run.sh /usr/bin/

#: a here document is as good either way
FROM debian:12
ADD <<EOF /etc/motd
hello
EOF

#: variables may hold anything
FROM debian:12
ARG SOURCE
ADD $SOURCE /app/
ADD ${SOURCE}/app.py /app/

#: patterns that may match an archive
FROM debian:12
ADD dist/* /app/
ADD Gemfile* /app/
ADD rootfs.tar* /

#: patterns that cannot
FROM debian:12
ADD *.py /app/
#^^ `ADD` does no more than `COPY` for `*.py`
#=> Use COPY
#+ COPY *.py /app/

#: a file without an extension may be an archive, so the fix is not a safe one
FROM debian:12
ADD rootfs /
#^^ `ADD` does no more than `COPY` for `rootfs`
#?> Use COPY
#+ COPY rootfs /

#: folders
FROM debian:12
ADD . /app
#^^ `ADD` does no more than `COPY` for `.`
#=> Use COPY
#+ COPY . /app
ADD src/ /app/
#^^ `ADD` does no more than `COPY` for `src/`
#=> Use COPY
#+ COPY src/ /app/

#: in JSON form, in small letters, in a trigger, which hadolint leaves out
FROM debian:12
ADD ["a file.txt", "/app/"]
#^^ `ADD` does no more than `COPY` for `a file.txt`
#=> Use COPY
#+ COPY ["a file.txt", "/app/"]
add app.py /app/
#^^ `ADD` does no more than `COPY` for `app.py`
#=> Use COPY
#+ copy app.py /app/
ONBUILD ADD . /app
#       ^^^ `ADD` does no more than `COPY` for `.`
#=> Use COPY
#+ ONBUILD COPY . /app

#: several sources, one of them an archive
FROM debian:12
ADD app.py rootfs.tar.gz /app/
ADD app.py lib.py /app/
#^^ `ADD` does no more than `COPY` for these files
#=> Use COPY
#+ COPY app.py lib.py /app/

#: too few arguments
FROM debian:12
ADD app.py

#: mended: a folder
FROM debian:12
ADD --chown=1:1 . /app
#^^ `ADD` does no more than `COPY` for `.`
#=> Use COPY
#+ COPY --chown=1:1 . /app

#: mended: small letters
FROM debian:12
add a.py /app
#^^ `ADD` does no more than `COPY` for `a.py`
#=> Use COPY
#+ copy a.py /app

#: mended: what may be an archive
FROM debian:12
ADD rootfs /
#^^ `ADD` does no more than `COPY` for `rootfs`
#?> Use COPY
#+ COPY rootfs /

#: mended: a trigger
FROM debian:12
ONBUILD ADD . /app
#       ^^^ `ADD` does no more than `COPY` for `.`
#=> Use COPY
#+ ONBUILD COPY . /app

#: links, repositories and archives in quotes
FROM debian:12
ENV MIRROR=https://example.com
ADD "https://example.com/tool.sh" /usr/bin/tool
ADD 'https://example.com/tool.sh' /usr/bin/tool
ADD "https://github.com/example/web.git#main" /src
ADD "git@github.com:example/web.git" /src
ADD 'rootfs.tar.gz' /
ADD "rootfs.tar" 'other.tar.xz' /
ADD ["https://example.com/a tool", "/usr/bin/tool"]
ADD ["rootfs.tar.gz", "/"]
ADD "$MIRROR/tool.sh" /usr/bin/tool
ADD ${SOURCE:-https://example.com}/tool.sh /usr/bin/tool

#: files in quotes
FROM debian:12
ADD "run.sh" /usr/bin/
#^^ `ADD` does no more than `COPY` for `run.sh`
#=> Use COPY
#+ COPY "run.sh" /usr/bin/
ADD ["my file.txt", "/"]
#^^ `ADD` does no more than `COPY` for `my file.txt`
#=> Use COPY
#+ COPY ["my file.txt", "/"]

#: names of files that are never archives
FROM debian:12
ADD .bashrc Gemfile LICENSE /root/
#^^ `ADD` does no more than `COPY` for these files
#=> Use COPY
#+ COPY .bashrc Gemfile LICENSE /root/

#: kinds of archives that go by other names are unpacked, so the fix is not a safe one
FROM debian:12
ADD web.apk tool.gem rootfs.img /
#^^ `ADD` does no more than `COPY` for these files
#?> Use COPY
#+ COPY web.apk tool.gem rootfs.img /
