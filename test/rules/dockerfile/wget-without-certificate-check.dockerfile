#: options and configuration files
FROM debian:12
RUN wget --no-check-certificate https://example.com/app
#        ^^^^^^^^^^^^^^^^^^^^^^ `--no-check-certificate` lets `wget` take anybody's answer for the server's
#?> Leave out `--no-check-certificate`
#+ RUN wget https://example.com/app
RUN wget -q --check-certificate=off https://example.com/app
#           ^^^^^^^^^^^^^^^^^^^^^^^ `--check-certificate=off` lets `wget` take anybody's answer for the server's
#?> Leave out `--check-certificate=off`
#+ RUN wget -q https://example.com/app
RUN wget -e check_certificate=off https://example.com/app
#        ^^^^^^^^^^^^^^^^^^^^^^^^ `-e check_certificate=off` lets `wget` take anybody's answer for the server's
#?> Leave out `-e check_certificate=off`
#+ RUN wget https://example.com/app
RUN echo "check_certificate = off" >> ~/.wgetrc
#        ^^^^^^^^^^^^^^^^^^^^^^^^^ `check_certificate = off` lets `wget` take anybody's answer for the server's
RUN <<EOF
cat > /etc/wgetrc <<CONF
timeout = 3
check_certificate = off
#^^^^^^^^^^^^^^^^^^^^^^ `check_certificate = off` lets `wget` take anybody's answer for the server's
CONF
EOF

#: what is checked
FROM debian:12
RUN wget --ca-certificate=ca.pem --check-certificate=on https://example.com/app
RUN echo --no-check-certificate && wget --no-check-certificate https://localhost/app
RUN wget -O --no-check-certificate https://example.com/app
