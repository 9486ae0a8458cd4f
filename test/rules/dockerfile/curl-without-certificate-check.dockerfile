#: by each of its names, in clusters and lines of their own
FROM debian:12
RUN curl -sSLk https://example.com/app -o app
#        ^^^^^ `-k` lets `curl` take anybody's answer for the server's
#?> Leave out `-k`
#+ RUN curl -sSL https://example.com/app -o app
RUN curl --insecure https://example.com/app -o app
#        ^^^^^^^^^^ `--insecure` lets `curl` take anybody's answer for the server's
#?> Leave out `--insecure`
#+ RUN curl https://example.com/app -o app
RUN curl -sSL \
  -k \
# ^^ `-k` lets `curl` take anybody's answer for the server's
#?> Leave out `-k`, lines 4 to 5
#+ RUN curl -sSL \
  https://example.com/app -o app
RUN curl -o app https://example.com/app -k
#                                       ^^ `-k` lets `curl` take anybody's answer for the server's
#?> Leave out `-k`
#+ RUN curl -o app https://example.com/app
RUN sudo sh -c "curl -k https://example.com/app"
#                    ^^ `-k` lets `curl` take anybody's answer for the server's
#?> Leave out `-k`
#+ RUN sudo sh -c "curl https://example.com/app"
RUN ["curl", "--insecure", "https://example.com/app"]
#            ^^^^^^^^^^^^ `--insecure` lets `curl` take anybody's answer for the server's
#?> Leave out `--insecure`
#+ RUN ["curl", "https://example.com/app"]

#: for all calls
FROM debian:12
RUN echo insecure >> ~/.curlrc
#        ^^^^^^^^ `insecure` lets `curl` take anybody's answer for the server's
RUN printf 'silent\n--insecure\n' > /root/.curlrc
#          ^^^^^^^^^^^^^^^^^^^^^^ `--insecure` lets `curl` take anybody's answer for the server's
ENV OPTIONS="-k -L"
RUN curl $OPTIONS https://example.com/app
#        ^^^^^^^^ `-k` lets `curl` take anybody's answer for the server's

#: the value of another option, other programs, and the build's own machine
FROM debian:12
RUN curl -o -k https://example.com/app && curl -H "x: -k" --output --insecure https://example.com/app
RUN tar -k -xf app.tar && echo curl -k && ssh -k host
RUN curl -k https://localhost:8443/health && curl -sk 127.0.0.1:9200
RUN curl --cacert ca.pem https://example.com/app
RUN echo insecure > notes.txt
HEALTHCHECK CMD curl -k https://localhost/
