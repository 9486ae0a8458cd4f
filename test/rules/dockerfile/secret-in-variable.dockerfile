#: names
FROM debian:12
ENV DB_PASSWORD=hunter2
#   ^^^^^^^^^^^ `DB_PASSWORD` is stored in the image, where everyone who has it can read it
ENV API_KEY=hunter2 APIKEY=hunter2
#   ^^^^^^^ `API_KEY` is stored in the image, where everyone who has it can read it
#                   ^^^^^^ `APIKEY` is stored in the image, where everyone who has it can read it
ENV GITHUB_TOKEN=hunter2
#   ^^^^^^^^^^^^ `GITHUB_TOKEN` is stored in the image, where everyone who has it can read it
ENV AWS_SECRET_ACCESS_KEY=hunter2 AWS_ACCESS_KEY_ID=hunter2
#   ^^^^^^^^^^^^^^^^^^^^^ `AWS_SECRET_ACCESS_KEY` is stored in the image, where everyone who has it can read it
#                                 ^^^^^^^^^^^^^^^^^ `AWS_ACCESS_KEY_ID` is stored in the image, where everyone who has it can read it
ENV SSH_PRIVATE_KEY=hunter2
#   ^^^^^^^^^^^^^^^ `SSH_PRIVATE_KEY` is stored in the image, where everyone who has it can read it
ENV PGPASSWORD=hunter2 npmToken=hunter2
#   ^^^^^^^^^^ `PGPASSWORD` is stored in the image, where everyone who has it can read it
#                      ^^^^^^^^ `npmToken` is stored in the image, where everyone who has it can read it
ENV MYSQL_PASS=hunter2
#   ^^^^^^^^^^ `MYSQL_PASS` is stored in the image, where everyone who has it can read it

#: several of them
FROM debian:12
ENV API_KEYS=a,b DB_PASSWORDS=a,b GITHUB_TOKENS=a,b AWS_CREDENTIALS=a:b CLIENT_SECRETS=a,b PASSPHRASES=a,b
#   ^^^^^^^^ `API_KEYS` is stored in the image, where everyone who has it can read it
#                ^^^^^^^^^^^^ `DB_PASSWORDS` is stored in the image, where everyone who has it can read it
#                                 ^^^^^^^^^^^^^ `GITHUB_TOKENS` is stored in the image, where everyone who has it can read it
#                                                   ^^^^^^^^^^^^^^^ `AWS_CREDENTIALS` is stored in the image, where everyone who has it can read it
#                                                                       ^^^^^^^^^^^^^^ `CLIENT_SECRETS` is stored in the image, where everyone who has it can read it
#                                                                                          ^^^^^^^^^^^ `PASSPHRASES` is stored in the image, where everyone who has it can read it
ENV oauthTokens=a,b DATABASE_PASSWORD_2=hunter2 SECRET_KEY_BASE=hunter2 API_KEY_STAGING=hunter2 DB_PWD=hunter2
#   ^^^^^^^^^^^ `oauthTokens` is stored in the image, where everyone who has it can read it
#                   ^^^^^^^^^^^^^^^^^^^ `DATABASE_PASSWORD_2` is stored in the image, where everyone who has it can read it
#                                               ^^^^^^^^^^^^^^^ `SECRET_KEY_BASE` is stored in the image, where everyone who has it can read it
#                                                                       ^^^^^^^^^^^^^^^ `API_KEY_STAGING` is stored in the image, where everyone who has it can read it
#                                                                                               ^^^^^^ `DB_PWD` is stored in the image, where everyone who has it can read it
ARG API_KEYS
#   ^^^^^^^^ what a build gives to `API_KEYS` stays in the image's history and provenance
ARG PASSWORDS=a,b
#   ^^^^^^^^^ the value of `PASSWORDS` stays in the image's history, where everyone who has it can read it

#: names that only speak of secrets
FROM debian:12
ENV SECRETS_MANAGER=aws PASSWORD_HASHERS=argon2 PASSWORD_PROMPT=Password: TOKEN_FILE=token KEY_DIR=keys SECRET_VERSION=v3
ENV SECRETS_MANAGER_ARN=arn:aws PASSWORD_MIN_LENGTH=12 PASSWORD_RESET_TIMEOUT=3600 CREDENTIALS_PATH=cred TOKEN_EXPIRES_IN=3600
ENV API_KEY_HEADER=x-api-key MAX_TOKENS=4096 ALLOW_EMPTY_PASSWORD=true-ish CACHE_KEY=web PRIMARY_KEY=id TOKENIZER=bpe
ENV SSH_AUTHORIZED_KEYS=ssh-ed25519 PASSWORD_POLICY=strong AUTH_DOMAIN=example PWD=app
ARG PASSWORD_PROMPT
ARG USE_TOKEN
ARG TOKEN_VERSION

#: passwords in links and connections
FROM debian:12
ARG HOST=db
ENV DATABASE_URL=postgres://web:hunter2@$HOST/web
#   ^^^^^^^^^^^^ `DATABASE_URL` holds a password, which is stored in the image, where everyone who has it can read it
ENV BROKER="amqp://web:hunter2@queue:5672//" CACHE='redis://:hunter2@cache:6379/0'
#   ^^^^^^ `BROKER` holds a password, which is stored in the image, where everyone who has it can read it
#                                            ^^^^^ `CACHE` holds a password, which is stored in the image, where everyone who has it can read it
ENV DSN=jdbc:postgresql://db/web?user=web&password=hunter2
#   ^^^ `DSN` holds a password, which is stored in the image, where everyone who has it can read it
ENV ConnectionStrings__Web="Server=db;User Id=sa;Password=hunter2;"
#   ^^^^^^^^^^^^^^^^^^^^^^ `ConnectionStrings__Web` holds a password, which is stored in the image, where everyone who has it can read it
ARG PIP_INDEX_URL=https://web:hunter2@pypi.example.com/simple
#   ^^^^^^^^^^^^^ `PIP_INDEX_URL` holds a password, which stays in the image's history, where everyone who has it can read it

#: links and connections without, or with what is only known later
FROM debian:12
ENV DATABASE_URL=postgres://web@db/web HOME_URL=https://example.com:8080/a@b IMAGE=example.com/web@sha256:0123
ENV DATABASE_URL=postgres://web:$DB_PASSWORD@db/web OTHER_URL=postgres://web:<password>@db/web
ENV MAIL=jane@example.com TIME=12:30@noon

#: a default that is empty until the build is given one
FROM debian:12
ARG WITHOUT
ENV DB_PASSWORD=${WITHOUT:-}
#   ^^^^^^^^^^^ `DB_PASSWORD` is stored in the image, where everyone who has it can read it

#: names in quotes
FROM debian:12
ENV "DB_PASSWORD"="hunter2" 'API_KEY'='hunter2'
#   ^^^^^^^^^^^^^ `DB_PASSWORD` is stored in the image, where everyone who has it can read it
#                           ^^^^^^^^^ `API_KEY` is stored in the image, where everyone who has it can read it

#: the old form
FROM debian:12
ENV DB_PASSWORD hunter2
#   ^^^^^^^^^^^ `DB_PASSWORD` is stored in the image, where everyone who has it can read it

#: names that only sound like it
FROM debian:12
ENV TOKENIZERS_PARALLELISM=false KEYBOARD=de AUTHOR=jane SECRETARY=joe BYPASS=1 MONKEY=george

#: names of what may be known
FROM debian:12
ENV SSH_PUBLIC_KEY=ssh-ed25519 SECRET_KEY_VERSION=3
ENV TOKEN_URL=tokens KEY_ID=3 AUTH_METHOD=trust SECRET_NAME=web TOKEN_TTL=3600
ARG USERNAME=web

#: files that hold the secret, where hadolint reports them
FROM debian:12
ENV DB_PASSWORD_FILE=/run/secrets/db TLS_KEY=/etc/ssl/web.key CA_KEY=certs/ca.pem SSH_KEY=$HOME/.ssh/id_ed25519

#: values that are no secret
FROM debian:12
ENV DB_PASSWORD= OTHER_PASSWORD=""
ENV AUTH=true TOKEN=none SECRET=placeholder KEY=https://example.com/keys
ENV PASSWORD=xxxxxxxx

#: a password in a link is one
FROM debian:12
ENV AUTH=https://jane:hunter2@example.com/
#   ^^^^ `AUTH` is stored in the image, where everyone who has it can read it

#: a key's fingerprint is public, which BuildKit reports
FROM debian:12
ENV GPG_KEY=A035C8C19219BA821ECEA86B64E628F8D684696D
ENV GPG_KEY="A035 C8C1 9219 BA82 1ECE A86B 64E6 28F8 D684 696D"

#: the keys of .NET's settings, which BuildKit reports
FROM debian:12
ENV Filters__0__Key=ProcessId

#: a default that gives access is a secret all the same
FROM debian:12
ENV ADMIN_PASSWORD=changeme
#   ^^^^^^^^^^^^^^ `ADMIN_PASSWORD` is stored in the image, where everyone who has it can read it

#: arguments without a value, and with one
FROM debian:12
ARG NPM_TOKEN
#   ^^^^^^^^^ what a build gives to `NPM_TOKEN` stays in the image's history and provenance
ARG NPM_TOKEN=
#   ^^^^^^^^^ what a build gives to `NPM_TOKEN` stays in the image's history and provenance
ARG NPM_TOKEN=hunter2
#   ^^^^^^^^^ the value of `NPM_TOKEN` stays in the image's history, where everyone who has it can read it
ARG DEBUG TOKEN=hunter2
#         ^^^^^ the value of `TOKEN` stays in the image's history, where everyone who has it can read it

#: an argument that is stored
FROM debian:12
ARG NPM_TOKEN
#   ^^^^^^^^^ what a build gives to `NPM_TOKEN` stays in the image's history and provenance
ENV NPM_TOKEN=$NPM_TOKEN
#   ^^^^^^^^^ `NPM_TOKEN` is stored in the image, where everyone who has it can read it

#: arguments before the first stage serve FROM alone, where hadolint reports them
ARG REGISTRY_TOKEN
FROM debian:12

#: in triggers
FROM debian:12
ONBUILD ARG NPM_TOKEN
#           ^^^^^^^^^ what a build gives to `NPM_TOKEN` stays in the image's history and provenance
ONBUILD ENV DB_PASSWORD=hunter2
#           ^^^^^^^^^^^ `DB_PASSWORD` is stored in the image, where everyone who has it can read it

#: over several lines
FROM debian:12
ENV LANG=C.UTF-8 \
  # the database
  DB_PASSWORD=hunter2 \
# ^^^^^^^^^^^ `DB_PASSWORD` is stored in the image, where everyone who has it can read it
  DB_USER=web


#: fingerprints, and what only begins like them
FROM debian:12
ENV GPG_KEYS="0x1198C0117593497A5EC5C199286AF1F9897469DC 49D9AF6BC72A80D6691719C8AA23F5BE9C7097D4 0xD95C03BC702BE9515344AE3374E44BC9067701"
ENV PGP_KEYS="1198C0117593497A5EC5C199286AF1F9897469DC 49D9AF6BC72A80D6691719C8AA23F5BE9C7097D4 D95C03BC702BE9515344AE3374E44BC9067701#"
#   ^^^^^^^^ `PGP_KEYS` is stored in the image, where everyone who has it can read it
ENV GPG_KEY=0x1198
#   ^^^^^^^ `GPG_KEY` is stored in the image, where everyone who has it can read it

#: credentials of servers of gems
FROM ruby:3.3
ARG BUNDLE_GITHUB__COM
#   ^^^^^^^^^^^^^^^^^^ what a build gives to `BUNDLE_GITHUB__COM` stays in the image's history and provenance
ENV BUNDLE_GEMS__CONTRIBSYS__COM=user:hunter2
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `BUNDLE_GEMS__CONTRIBSYS__COM` is stored in the image, where everyone who has it can read it
ARG BUNDLE_BUILD__NOKOGIRI__COM=--use-system-libraries
ENV BUNDLE_MIRROR__RUBYGEMS__ORG=https://gems.example.com BUNDLE_WITHOUT=development BUNDLE_BUILD__NOKOGIRI=--use-system-libraries

#: a key by its fingerprint, handed on, too, and what stands in for a value
FROM debian:12
ARG SIGNING_KEY=A62AE125BBBFBB96A6E042EC925CC1CCED3D1561
ENV SIGNING_KEY=$SIGNING_KEY SA_PASSWORD=_ RESET_OS_PASSWORD="resetPassword.sh"
ARG API_KEY=a62ae125bbbfbb96a6e042ec925cc1cced3d1561
#   ^^^^^^^ the value of `API_KEY` stays in the image's history, where everyone who has it can read it
ENV API_KEY=$API_KEY OTHER_KEY=${NOWHERE}
#   ^^^^^^^ `API_KEY` is stored in the image, where everyone who has it can read it
#                    ^^^^^^^^^ `OTHER_KEY` is stored in the image, where everyone who has it can read it
