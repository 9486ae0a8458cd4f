#: each kind
FROM debian:12
RUN export A=b C="$D"
#   ^^^^^^^^^^^^^^^^^ `export` changes a shell that ends with this `RUN`
#?> Use `ENV`
#+ ENV A=b C="$D"
RUN export NOTHING
#   ^^^^^^^^^^^^^^ `export` changes a shell that ends with this `RUN`
RUN A=b
#   ^^^ `A` changes a shell that ends with this `RUN`
#?> Use `ENV`
#+ ENV A=b
RUN . /venv/bin/activate
#   ^^^^^^^^^^^^^^^^^^^^ `.` changes a shell that ends with this `RUN`
RUN source ~/.bashrc
#   ^^^^^^^^^^^^^^^^ `source` changes a shell that ends with this `RUN`
RUN alias ll="ls -l"
#   ^^^^^^^^^^^^^^^^ `alias` changes a shell that ends with this `RUN`
RUN set -ex
#   ^^^^^^^ `set` changes a shell that ends with this `RUN`
RUN umask 022
#   ^^^^^^^^^ `umask` changes a shell that ends with this `RUN`
RUN ulimit -n 65536
#   ^^^^^^^^^^^^^^^ `ulimit` changes a shell that ends with this `RUN`
RUN eval "$(ssh-agent -s)"
#   ^^^^^^^^^^^^^^^^^^^^^^ `eval` changes a shell that ends with this `RUN`
RUN cd ~/app
#   ^^^^^^^^ `cd` changes a shell that ends with this `RUN`
RUN service nginx start
#   ^^^^^^^^^^^^^^^^^^^ what `service` starts ends with this `RUN`
RUN /etc/init.d/nginx start
#   ^^^^^^^^^^^^^^^^^^^^^^^ what `nginx` starts ends with this `RUN`
RUN systemctl start nginx
#   ^^^^^^^^^^^^^^^^^^^^^ what `systemctl` starts ends with this `RUN`
RUN set -ex \
#   ^^^^^^^^^… `set` changes a shell that ends with this `RUN`
    chmod +x /run.sh
#   ^^^^^^^^^^^^^^^^…

#: at the end of what lasts
FROM debian:12
RUN make install && export PATH=/opt/bin:$PATH
#                   ^^^^^^^^^^^^^^^^^^^^^^^^^^ `export` changes a shell that ends with this `RUN`
RUN make install && cd ..

#: it is used
FROM debian:12
RUN export A=b && make
RUN . /venv/bin/activate && pip install app
RUN cd /app && make
RUN umask 022 && mkdir /app
RUN service mysql start && mysql -e "create database app"
RUN if [ -f a ]; then export A=b; fi
RUN . ./install.sh
RUN echo "export A=b" >> ~/.bashrc
RUN (cd /app)
RUN bash -c "export A=b"
RUN ["cd", "/app"]

#: in a trigger, and with a flag
FROM debian:12
ONBUILD RUN export A=b
#           ^^^^^^^^^^ `export` changes a shell that ends with this `RUN`
RUN --network=none cd /app
#                  ^^^^^^^ `cd` changes a shell that ends with this `RUN`
