#: sites that send downloads elsewhere
FROM debian:12
RUN curl -fsS https://github.com/example/app/archive/v1.0.tar.gz | tar -xz
#   ^^^^ this site redirects, and `curl` follows with `-L` alone
#?> Add `-L`
#+ RUN curl -L -fsS https://github.com/example/app/archive/v1.0.tar.gz | tar -xz
RUN curl -o app "http://github.com/example/app"
#   ^^^^ this site redirects, and `curl` follows with `-L` alone
#?> Add `-L`
#+ RUN curl -L -o app "http://github.com/example/app"

#: it follows, or does not download
FROM debian:12
RUN curl -fsSL https://github.com/example/app/archive/v1.0.tar.gz -o app.tar.gz
RUN curl --location https://github.com/example/app/archive/v1.0.tar.gz -o app.tar.gz
RUN curl $CURL_OPTS https://github.com/example/app/archive/v1.0.tar.gz
RUN curl -I https://github.com/example/app/archive/v1.0.tar.gz
RUN curl -fsS https://example.com/app.tar.gz -o app.tar.gz

#: any site {"everyUrl": true}
FROM debian:12
RUN curl -fsS https://example.com/app.tar.gz -o app.tar.gz
#   ^^^^ `curl` follows redirections with `-L` alone
#?> Add `-L`
#+ RUN curl -L -fsS https://example.com/app.tar.gz -o app.tar.gz
RUN curl -fsS "$APP_URL" -o app.tar.gz
#   ^^^^ `curl` follows redirections with `-L` alone
#?> Add `-L`
#+ RUN curl -L -fsS "$APP_URL" -o app.tar.gz
RUN curl -fsS http://127.0.0.1:8080/health
RUN curl --version
