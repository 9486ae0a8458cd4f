#: taken away, or none given
FROM debian:12
RUN passwd -d root && passwd --delete app
#          ^^ with this the account is open to anybody, without a password
#                            ^^^^^^^^ with this the account is open to anybody, without a password
RUN useradd -p "" app && usermod -p '' root
#           ^^^^^ with this the account is open to anybody, without a password
#                                ^^^^^ with this the account is open to anybody, without a password
RUN echo "root:" | chpasswd
#        ^^^^^^^ with this the account is open to anybody, without a password

#: locked accounts
FROM alpine:3.20
RUN adduser -D app && passwd -l app && passwd -u app
RUN useradd -p "$HASH" app && useradd --password '!' app
