#: numbers and letters
FROM debian:12
RUN chmod u+s /usr/bin/probe && chmod 4755 /usr/bin/probe && chmod +s /usr/bin/probe && chmod 06755 /usr/bin/probe
#         ^^^ with `u+s` the file runs as its owner, whoever starts it
#                                     ^^^^ with `4755` the file runs as its owner, whoever starts it
#                                                                  ^^ with `+s` the file runs as its owner, whoever starts it
#                                                                                             ^^^^^ with `06755` the file runs as its owner, whoever starts it
COPY --chmod=4755 probe /usr/bin/probe
#            ^^^^ with `4755` the file runs as its owner, whoever starts it

#: groups, other modes, and the bit taken away
FROM debian:12
RUN chmod g+s /srv && chmod 2775 /srv && chmod 0755 /srv && chmod u-s /usr/bin/probe && chmod 1777 /tmp
RUN find / -perm -4000 -exec chmod a-s {} +
