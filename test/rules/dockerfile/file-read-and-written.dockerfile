#: odd cases
FROM debian:12
RUN sed s/a/b/ /etc/app.conf > /etc/app.conf
#                              ^^^^^^^^^^^^^ `>` empties this file before it is read
RUN cat /etc/hosts | grep -v a | sort > /etc/hosts
#                                       ^^^^^^^^^^ `>` empties this file before it is read
RUN tr a b < a.txt > a.txt
#                    ^^^^^ `>` empties this file before it is read
RUN cat a > b && cat b > a
RUN grep a b > c
RUN cat a | tee b >> a
RUN echo a.txt > a.txt
RUN sort -o a a
