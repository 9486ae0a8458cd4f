#: however it is done
FROM ubuntu:24.04
RUN rm /bin/sh && ln -s /bin/bash /bin/sh
#                 ^^^^^^^^^^^^^^^^^^^^^^^ `ln` replaces `/bin/sh` for the whole image
#?> Use `SHELL`
#+ SHELL ["/bin/bash", "-c"]
RUN ln -snf bash /bin/sh
#   ^^^^^^^^^^^^^^^^^^^^ `ln` replaces `/bin/sh` for the whole image
#?> Use `SHELL`
#+ SHELL ["/bin/bash", "-c"]
RUN apt-get update && ln -sf /bin/bash /usr/bin/sh
#                     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `ln` replaces `/bin/sh` for the whole image
RUN mv /bin/sh /bin/sh.orig && ln -s /bin/zsh /bin/sh
#                              ^^^^^^^^^^^^^^^^^^^^^^ `ln` replaces `/bin/sh` for the whole image
#?> Use `SHELL`
#+ SHELL ["/bin/zsh", "-c"]

#: other links
FROM debian:12
RUN ln -s /bin/bash /usr/local/bin/sh
RUN ln -s /bin/sh /bin/mysh

#: where there was none
FROM busybox:1.36 AS busybox
FROM scratch
COPY --from=busybox /bin /busybox
RUN ["/busybox/ln", "-s", "/busybox/sh", "/bin/sh"]

#: there, too {"emptyImages": true}
FROM scratch
RUN ["/busybox/ln", "-s", "/busybox/sh", "/bin/sh"]
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `ln` replaces `/bin/sh` for the whole image
