#: keys, environments, credentials
FROM debian:12
COPY id_rsa id_ed25519 /root/.ssh/
#    ^^^^^^ everyone who has the image can read `id_rsa` in it
#           ^^^^^^^^^^ everyone who has the image can read `id_ed25519` in it
COPY .env /app/
#    ^^^^ everyone who has the image can read `.env` in it
ADD config/.env.production /app/.env
#   ^^^^^^^^^^^^^^^^^^^^^^ everyone who has the image can read `config/.env.production` in it
COPY .aws/credentials /root/.aws/credentials
#    ^^^^^^^^^^^^^^^^ everyone who has the image can read `.aws/credentials` in it
COPY ["service-account.json", "certs/tls-key.pem", "/app/"]
#     ^^^^^^^^^^^^^^^^^^^^^^ everyone who has the image can read `service-account.json` in it
#                             ^^^^^^^^^^^^^^^^^^^ everyone who has the image can read `certs/tls-key.pem` in it
COPY .netrc /root/
#    ^^^^^^ everyone who has the image can read `.netrc` in it
ONBUILD COPY .htpasswd /etc/nginx/
#            ^^^^^^^^^ everyone who has the image can read `.htpasswd` in it

#: examples, public keys, other files
FROM debian:12
COPY .env.example id_rsa.pub ca.pem certs/server.pem public-key.pem /app/
COPY app.env package.json src/credentials.ts /app/
COPY keys/ /app/keys/

#: a stage of which only files are taken, and images
FROM debian:12 AS build
COPY id_rsa /root/.ssh/id_rsa

FROM debian:12
COPY --from=build /etc/nginx/.htpasswd /etc/nginx/.htpasswd
