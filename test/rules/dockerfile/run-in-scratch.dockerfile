#: in shell form and in exec form
FROM scratch
ENV A=1
RUN mkdir /app
#^^ nothing is copied to this stage yet, so there is no program to run
RUN echo
FROM scratch
RUN ["/web", "--install"]
#^^ nothing is copied to this stage yet, so there is no program to run

#: in a stage that is built on such a one
FROM scratch AS base
FROM base
RUN echo
#^^ nothing is copied to this stage yet, so there is no program to run

#: something is copied before, or mounted
FROM scratch AS base
ADD rootfs.tar.gz /
RUN echo
FROM base
RUN echo
FROM scratch
RUN --mount=from=busybox,target=/bin echo
RUN echo
FROM debian:12
RUN echo
