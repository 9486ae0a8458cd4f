#: by a file
FROM debian:12
RUN curl -fsSLO https://example.com/app.tar.gz && tar xzf app.tar.gz && rm app.tar.gz
#                                                 ^^^ `ADD --unpack` can fetch and unpack this

#: other archives
FROM debian:12
RUN curl -fsSLO https://example.com/app.bin && tar -xf /src/other.tar
RUN tar -cz /app | curl -T - https://example.com
RUN cat a.tar | tar -x
