#: however tar is told to
FROM debian:12
COPY tool.tar.gz /tmp/
#    ^^^^^^^^^^^ `tool.tar.gz` is copied and then unpacked, which `ADD` does at once and without leaving the archive in the image
RUN tar -C /opt -xzf /tmp/tool.tar.gz

#: however tar is told to, 2
FROM debian:12
COPY tool.tgz ./
#    ^^^^^^^^ `tool.tgz` is copied and then unpacked, which `ADD` does at once and without leaving the archive in the image
RUN tar xzf tool.tgz

#: however tar is told to, 3
FROM debian:12
COPY tool.tar /tmp/
#    ^^^^^^^^ `tool.tar` is copied and then unpacked, which `ADD` does at once and without leaving the archive in the image
RUN cd /tmp && tar --extract --file tool.tar && rm tool.tar

#: however tar is told to, 4
FROM debian:12
COPY ["tool.tar.xz", "/tmp/"]
#     ^^^^^^^^^^^^^ `tool.tar.xz` is copied and then unpacked, which `ADD` does at once and without leaving the archive in the image
RUN ["tar", "-xf", "/tmp/tool.tar.xz"]

#: under another name
FROM debian:12
COPY tool.tar.gz /tmp/archive.tar.gz
#    ^^^^^^^^^^^ `archive.tar.gz` is copied and then unpacked, which `ADD` does at once and without leaving the archive in the image
RUN sudo tar -xzf /tmp/archive.tar.gz

#: one of several
FROM debian:12
COPY tool.conf tool.tar.gz /tmp/
#              ^^^^^^^^^^^ `tool.tar.gz` is copied and then unpacked, which `ADD` does at once and without leaving the archive in the image
RUN tar -xzf /tmp/tool.tar.gz

#: compressed, but no tar archive
FROM debian:12
COPY table.csv.gz /tmp/
RUN gunzip /tmp/table.csv.gz

#: the same, as hadolint has it {"compressedFiles": true}
FROM debian:12
COPY table.csv.gz /tmp/
#    ^^^^^^^^^^^^ `table.csv.gz` is copied and then unpacked, which `ADD` does at once and without leaving the archive in the image
RUN gunzip /tmp/table.csv.gz

#: looked into, packed, or another one
FROM debian:12
COPY tool.tar.gz /tmp/
RUN tar -tzf /tmp/tool.tar.gz && tar -czf /tmp/tool.tar.gz /opt && tar -xzf /tmp/other.tar.gz

#: before, in another stage, or from another stage
FROM debian:12 AS build
RUN tar -xzf /tmp/tool.tar.gz
COPY tool.tar.gz /tmp/
FROM debian:12
COPY --from=build /tmp/tool.tar.gz /tmp/
RUN tar -xzf /tmp/tool.tar.gz

#: ADD unpacks
FROM debian:12
ADD tool.tar.gz /opt/
RUN tar -xzf /opt/tool.tar.gz
