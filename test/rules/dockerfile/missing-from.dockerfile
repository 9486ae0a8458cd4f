#: only ARG may stand before it, and only the first that does not is reported
ARG TAG=12
RUN make
#^^ a Dockerfile begins with FROM; only ARG may stand before it, so Docker refuses the file: no build stage in current context
ENV A=b
FROM debian:$TAG

#: there is none
ARG TAG=12
#^^ there is no FROM in the file, so Docker refuses the file: dockerfile contains no stages to build

#: nor here
RUN make
#^^ a Dockerfile begins with FROM; only ARG may stand before it, so Docker refuses the file: no build stage in current context

#: an unknown instruction is another rule's
RUNN make
FROM debian:12

#: comments and directives do no harm
# syntax=docker/dockerfile:1
# check=skip=all
ARG TAG=12
from debian:$TAG

#: another front end may begin otherwise
# syntax=example.com/frontend
RUN make
