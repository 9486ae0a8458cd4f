#: versions, branches, what is local
FROM golang:1.23
RUN go install golang.org/x/tools/cmd/stringer@v0.28.0
RUN go install golang.org/x/tools/cmd/stringer@latest
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `golang.org/x/tools/cmd/stringer@latest` is installed in whatever version there is on the day of the build
RUN go get golang.org/x/tools/cmd/stringer
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `golang.org/x/tools/cmd/stringer` is installed in whatever version there is on the day of the build
RUN go install golang.org/x/tools/cmd/stringer@master
#              ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `golang.org/x/tools/cmd/stringer@master` is installed in whatever version there is on the day of the build
RUN go get ./... && go install . && go install std net/http ./cmd/app && go run main.go
RUN go install -ldflags "-s -w" -tags netgo example.com/app@v1
RUN go install example.com/app@$VERSION && go mod download

#: the tools and packages of the module {"everyOperand": true, "unknownNames": true}
FROM golang:1.26
RUN go install tool
RUN go install -ldflags="-X 'main.version=${VERSION}'" ./...
