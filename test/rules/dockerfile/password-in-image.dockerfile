#: however it is set
FROM debian:12
ARG PASSWORD=hunter2
RUN echo "root:hunter2" | chpasswd
#        ^^^^^^^^^^^^^^ everyone who has the image knows this password, and every container has it
RUN echo 'root:hunter2' | sudo chpasswd
#        ^^^^^^^^^^^^^^ everyone who has the image knows this password, and every container has it
RUN printf 'root:hunter2\napp:hunter3\n' | chpasswd
#          ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ everyone who has the image knows this password, and every container has it
RUN echo "app:$PASSWORD" | chpasswd
#        ^^^^^^^^^^^^^^^ everyone who has the image knows this password, and every container has it
RUN echo "app:${PASSWORD}" | chpasswd
#        ^^^^^^^^^^^^^^^^^ everyone who has the image knows this password, and every container has it
RUN echo hunter2 | passwd --stdin app
#        ^^^^^^^ everyone who has the image knows this password, and every container has it
RUN echo -e "hunter2\nhunter2" | passwd app
#           ^^^^^^^^^^^^^^^^^^ everyone who has the image knows this password, and every container has it
RUN useradd -m -p hunter2 app && usermod --password=hunter2 root
#              ^^^^^^^^^^ everyone who has the image knows this password, and every container has it
#                                        ^^^^^^^^^^^^^^^^^^ everyone who has the image knows this password, and every container has it
RUN bash -c 'chpasswd <<< "root:hunter2"'
#                         ^^^^^^^^^^^^^^ everyone who has the image knows this password, and every container has it

#: what is made up, hidden, encrypted or locked
FROM debian:12
RUN echo "root:$(openssl rand -hex 16)" | chpasswd
RUN --mount=type=secret,id=password echo "root:$(cat /run/secrets/password)" | chpasswd
RUN --mount=type=secret,id=password,env=PASSWORD echo "root:$PASSWORD" | chpasswd
RUN echo "root:$UNKNOWN" | chpasswd
RUN echo 'root:$6$salt$hash' | chpasswd -e
RUN useradd -p '*' app && usermod -p '!' app && passwd -l app
RUN cat passwords | chpasswd
RUN ssh-keygen -p hunter2
