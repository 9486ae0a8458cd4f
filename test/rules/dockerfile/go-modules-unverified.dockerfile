#: variables and settings
FROM golang:1.25
ENV GOPROXY=direct GOSUMDB=off
#                  ^^^^^^^^^^^ `GOSUMDB=off` takes modules as they come, whoever hands them out
#?> Leave out `GOSUMDB=off`
#+ ENV GOPROXY=direct
ENV GONOSUMDB=*
#   ^^^^^^^^^^^ `GONOSUMDB=*` takes modules as they come, whoever hands them out
#?> Leave out `GONOSUMDB=*`, lines 3 to 4
#+ RUN GOINSECURE=example.com go mod download
RUN GOINSECURE=example.com go mod download
#   ^^^^^^^^^^^^^^^^^^^^^^ `GOINSECURE=example.com` takes modules as they come, whoever hands them out
RUN go env -w GOSUMDB=off && go mod download
#             ^^^^^^^^^^^ `GOSUMDB=off` takes modules as they come, whoever hands them out
#?> Leave out `GOSUMDB=off`
#+ RUN go mod download
ENV GOFLAGS="-mod=mod -insecure"
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `GOFLAGS=-mod=mod -insecure` takes modules as they come, whoever hands them out
#?> Leave out `GOFLAGS=-mod=mod -insecure`, lines 6 to 7

#: private modules, and others
FROM golang:1.25
ENV GOPRIVATE=example.com GONOSUMDB=example.com GOFLAGS=-mod=vendor GOSUMDB=sum.golang.org
RUN go env -w GOPROXY=https://proxy.golang.org
