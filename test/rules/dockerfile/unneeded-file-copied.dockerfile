#: beside others, and alone
FROM debian:12
COPY app .git Dockerfile /app/
#        ^^^^ `.git` is of use only where the image is made
#?> Do not copy `.git`
#+ COPY app Dockerfile /app/
#             ^^^^^^^^^^ `Dockerfile` is of use only where the image is made
#?> Do not copy `Dockerfile`
#+ COPY app .git /app/
COPY .git /app/.git
#    ^^^^ `.git` is of use only where the image is made
ADD docker-compose.yml .vscode/ /app/
#   ^^^^^^^^^^^^^^^^^^ `docker-compose.yml` is of use only where the image is made
#?> Do not copy `docker-compose.yml`
#+ ADD .vscode/ /app/
#                      ^^^^^^^^ `.vscode/` is of use only where the image is made
#?> Do not copy `.vscode/`
#+ ADD docker-compose.yml /app/

#: what containers need, and a stage that builds
FROM debian:12 AS build
COPY .git /src/.git

FROM debian:12
COPY --from=build /src/.git /app/.git
COPY app .htaccess git /app/
COPY Dockerfile package*.json /app/
