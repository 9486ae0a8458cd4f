#: of programs that log in
FROM debian:12
RUN docker login -u web -p hunter2 registry.example.com
#                          ^^^^^^^ what `docker` is given here stays in the image's history, where everyone who has it can read it
RUN az login --password=hunter2 -u web && doctl auth init -t 0f1e2d3c4b
#            ^^^^^^^^^^^^^^^^^^ what `az` is given here stays in the image's history, where everyone who has it can read it
#                                                            ^^^^^^^^^^ what `doctl` is given here stays in the image's history, where everyone who has it can read it
RUN aws configure set aws_secret_access_key hunter2hunter2
#                                           ^^^^^^^^^^^^^^ what `aws` is given here stays in the image's history, where everyone who has it can read it
RUN npm config set //npm.example.com/:_authToken hunter2
#                                                ^^^^^^^ what `npm` is given here stays in the image's history, where everyone who has it can read it
RUN composer config -g http-basic.example.com web hunter2
#                                                 ^^^^^^^ what `composer` is given here stays in the image's history, where everyone who has it can read it
RUN echo "//npm.example.com/:_authToken=hunter2" > .npmrc
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ what `echo` is given here stays in the image's history, where everyone who has it can read it
RUN sshpass -p hunter2 scp web@example.com:app .
#              ^^^^^^^ what `sshpass` is given here stays in the image's history, where everyone who has it can read it

#: of downloads
FROM debian:12
RUN curl -fsSLO -u web:hunter2 https://example.com/app
#                  ^^^^^^^^^^^ what `curl` is given here stays in the image's history, where everyone who has it can read it
RUN curl -H "Authorization: Bearer hunter2" https://example.com/app
#           ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ what `curl` is given here stays in the image's history, where everyone who has it can read it
RUN curl --header "PRIVATE-TOKEN: hunter2" https://example.com/app
#                 ^^^^^^^^^^^^^^^^^^^^^^^^ what `curl` is given here stays in the image's history, where everyone who has it can read it
RUN wget --password hunter2 --user web https://example.com/app
#                   ^^^^^^^ what `wget` is given here stays in the image's history, where everyone who has it can read it
RUN git clone https://web:hunter2@example.com/app.git
#             ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ what `git` is given here stays in the image's history, where everyone who has it can read it
RUN pip install --extra-index-url https://web:hunter2@pypi.example.com/simple app
#                                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ what `pip` is given here stays in the image's history, where everyone who has it can read it

#: a variable, a file, a mount, or nothing at all
FROM debian:12
RUN docker login -u web -p "$PASSWORD" && docker login --password-stdin < password
RUN --mount=type=secret,id=netrc curl -u web:hunter2 https://example.com/app
RUN curl -H "Authorization: Bearer $TOKEN" -u web: -u "$USER:$PASSWORD" https://example.com/app
RUN git clone https://${TOKEN}@example.com/app.git && git clone https://web:$TOKEN@example.com/app.git && git clone ssh://git@example.com/app.git
RUN curl -H "Authorization: Bearer <token>" -u anonymous:"" https://example.com/app && mkdir -p dir
RUN wget ftp://anonymous:anonymous@ftp.example.com/app
RUN npm config set registry https://npm.example.com && aws configure set region eu-central-1
