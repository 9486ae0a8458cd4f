#: odd cases
FROM debian:12
RUN chown $(cat /tmp/owner) /app
#         ^^^^^^^^^^^^^^^^^ what this prints is split into words
#?> Put it in quotes
#+ RUN chown "$(cat /tmp/owner)" /app
RUN make -j$(nproc)
#        ^^^^^^^^^^ what this prints is split into words
RUN echo "$(date)" a="$(date)" && x=$(date)
RUN apt-get purge -y `cat /tmp/packages`
#                    ^^^^^^^^^^^^^^^^^^^ what this prints is split into words
