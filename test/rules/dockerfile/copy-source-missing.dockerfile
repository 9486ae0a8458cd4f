#: a similar name is there, here or further down
FROM python:3.13
COPY requirement.txt ./main.py /app/
#    ^^^^^^^^^^^^^^^ there is no `requirement.txt` beside this file, but a `requirements.txt`
#?> Copy requirements.txt
#+ COPY requirements.txt ./main.py /app/
COPY config/server.yml "confg/server.yaml" /app/
#    ^^^^^^^^^^^^^^^^^ there is no `config/server.yml` beside this file, but a `config/server.yaml`
#?> Copy config/server.yaml
#+ COPY config/server.yaml "confg/server.yaml" /app/
#                      ^^^^^^^^^^^^^^^^^^^ there is no `confg/server.yaml` beside this file, but a `config/server.yaml`
#:: requirements.txt
#:: main.py
#:: config/server.yaml

#: none is similar, and no build makes such a file
FROM python:3.13
COPY main.py settings.toml /app/
#            ^^^^^^^^^^^^^ there is no `settings.toml` beside this file
ADD setup/install.sh /app/
#   ^^^^^^^^^^^^^^^^ there is no `setup/install.sh` beside this file
#:: main.py

#: what a build makes, or somebody puts there
FROM python:3.13
COPY main.py /app/
COPY dist/index.html target/app.jar server.pem .env wheel /app/
COPY version.txt cache/data.json /app/
#:: main.py
#:: .gitignore
# made
version.txt
/cache/

#: patterns, links, other stages
FROM python:3.13
COPY main.py *.txt $NAME.toml /app/
COPY --from=python:3.13 settings.toml /app/
COPY <<settings.toml /app/
settings.toml
#:: main.py

#: nothing lies here, so the context is elsewhere
FROM python:3.13
COPY main.py settings.toml /app/
#:: README.md

#: a Compose file says so
FROM python:3.13
COPY main.py settings.toml /app/
#:: main.py
#:: docker-compose.yml
services: { web: { build: x } }
# build: ..
build: ..
