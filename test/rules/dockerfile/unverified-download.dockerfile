#: taken, run and unpacked as it comes
FROM debian:12
ADD https://example.com/app.tar.gz /tmp/
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this is taken as it comes, without `--checksum`
RUN curl -fsSL https://example.com/install.sh | sh
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this is run as it comes, without a look at its sum or signature
RUN wget -qO- https://example.com/app.tar.gz | tar -xz
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this is unpacked as it comes, without a look at its sum or signature
RUN curl -fsSLO "https://example.com/app-$VERSION" && chmod +x app-$VERSION
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ this is run as it comes, without a look at its sum or signature
RUN wget https://example.com/app.zip && unzip app.zip
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^ this is unpacked as it comes, without a look at its sum or signature

#: looked at, or only kept
FROM debian:12
ADD --checksum=sha256:ca3d163bab055381827226140568f3bef7eaac187cebd76878e0b63e9e442356 https://example.com/app.tar.gz /tmp/
ADD https://example.com/app.git /app
RUN curl -fsSLO https://example.com/app.tar.gz && echo "$SUM app.tar.gz" | sha256sum -c && tar -xzf app.tar.gz
RUN curl -fsSL https://example.com/key.asc | gpg --dearmor -o /etc/apt/keyrings/web.gpg
RUN curl -fsSL https://example.com/data.json -o /app/data.json
