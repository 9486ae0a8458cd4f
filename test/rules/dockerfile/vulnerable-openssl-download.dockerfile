#: by a variable, and from another place
FROM debian:12
ARG OPENSSL_VERSION=3.0.2
RUN wget -q "https://www.openssl.org/source/openssl-${OPENSSL_VERSION}.tar.gz"
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ OpenSSL 3.0.2 is open to CVE-2022-3602; version 3.0.7 closed it
RUN curl -fsSLO https://github.com/openssl/openssl/archive/refs/tags/openssl-3.0.0.tar.gz
#               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ OpenSSL 3.0.0 is open to CVE-2022-3602; version 3.0.7 closed it

#: later and older ones
FROM debian:12
RUN curl -fsSLO https://www.openssl.org/source/openssl-3.0.7.tar.gz
RUN curl -fsSLO https://www.openssl.org/source/openssl-1.1.1w.tar.gz
RUN curl -fsSLO https://example.com/openssl-docs-3.0.50.tar.gz
RUN echo openssl-3.0.5.tar.gz
