#: by whatever protocol
FROM debian:12
RUN git clone --depth 1 git@github.com:example/app.git
#   ^^^^^^^^^ `ADD` can fetch a repository, and notices when it has changed
RUN git -c http.sslVerify=true fetch
RUN git clone /local/app.git
