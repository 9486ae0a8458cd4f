#: all names of pip
FROM python:3.13
RUN pip install flask
#   ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN pip install --no-cache-dir flask
RUN pip3 install flask
#   ^^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN pip3 install --no-cache-dir flask
RUN pip3.13 install flask
#   ^^^^^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN pip3.13 install --no-cache-dir flask
RUN /opt/venv/bin/pip install flask
#   ^^^^^^^^^^^^^^^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN /opt/venv/bin/pip install --no-cache-dir flask
RUN python -m pip install flask
#   ^^^^^^^^^^^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN python -m pip install --no-cache-dir flask
RUN python3 -u -m pip --quiet install flask
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN python3 -u -m pip --quiet install --no-cache-dir flask

#: ways to say so, abbreviations included, which hadolint reports
FROM python:3.13
RUN pip install --no-cache-dir flask
RUN pip --no-cache-dir install flask
RUN python -m pip install flask --no-cache-dir
RUN pip install --no-cache flask

#: other programs and subcommands
FROM python:3.13
RUN pipx install flask
RUN pipenv install flask
RUN uv pip install flask
RUN pip download flask
RUN pip uninstall -y flask
RUN pip wheel flask

#: switched off for all calls
FROM python:3.13
ENV PIP_NO_CACHE_DIR=1
RUN pip install flask

#: any value switches it off, "false" and "0" too, which hadolint reports
FROM python:3.13
ENV PIP_NO_CACHE_DIR=0
RUN pip install flask

#: an empty value does not
FROM python:3.13
ENV PIP_NO_CACHE_DIR=
RUN pip install flask
#   ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN pip install --no-cache-dir flask

#: switched off too late
FROM python:3.13
RUN pip install flask
#   ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN pip install --no-cache-dir flask
ENV PIP_NO_CACHE_DIR=1

#: switched off in the stage that it begins with
FROM python:3.13 AS base
ENV PIP_NO_CACHE_DIR=1
FROM base
RUN pip install flask

#: switched off in another stage
FROM python:3.13 AS other
ENV PIP_NO_CACHE_DIR=1
FROM python:3.13
COPY --from=other /app /app
RUN pip install flask
#   ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN pip install --no-cache-dir flask

#: switched off by an argument, in the script, and in a configuration
FROM python:3.13
RUN PIP_NO_CACHE_DIR=1 pip install flask
RUN export PIP_NO_CACHE_DIR=1 && pip install flask
RUN env PIP_NO_CACHE_DIR=1 pip install flask

#: a configuration of the project's own
FROM python:3.13
COPY pip.conf /etc/pip.conf
RUN pip install flask

#: a configuration that is written, and does not speak of the cache
FROM python:3.13
RUN printf '[global]\nbreak-system-packages = true\n' > /etc/pip.conf && pip install flask
#                                                                        ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN printf '[global]\nbreak-system-packages = true\n' > /etc/pip.conf && pip install --no-cache-dir flask

#: set by pip itself
FROM python:3.13
RUN pip config set global.no-cache-dir true
RUN pip install flask

#: the cache is mounted
FROM python:3.13
RUN --mount=type=cache,target=/root/.cache/pip pip install flask
RUN --mount=type=cache,target=/root/.cache pip install flask
RUN --mount=type=cache,target=/home/web/.cache/pip,uid=1000 pip install flask
RUN --mount=type=cache,target=/var/lib/apt pip install flask
#                                          ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN --mount=type=cache,target=/var/lib/apt pip install --no-cache-dir flask

#: the cache is removed in the same RUN, where hadolint reports it
FROM python:3.13
RUN pip install flask && rm -rf /root/.cache
RUN pip install flask && pip cache purge

#: the cache is put elsewhere
FROM python:3.13
RUN pip install --cache-dir=/tmp/pip flask

#: nothing is downloaded
FROM python:3.13
RUN pip install --no-index --find-links=/wheels flask

#: the value of an option is no subcommand
FROM python:3.13
RUN pip --proxy install install flask
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN pip --proxy install install --no-cache-dir flask

#: a variable that may say so
FROM python:3.13
RUN pip install $PIP_OPTIONS flask

#: a stage of which only files are taken
FROM python:3.13 AS compile
RUN pip install build
FROM python:3.13
COPY --from=compile /app /app

#: in a here document and a trigger
FROM python:3.13
RUN <<EOF
pip install flask
#^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ pip install --no-cache-dir flask
EOF
ONBUILD RUN pip install -r requirements.txt
#           ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ ONBUILD RUN pip install --no-cache-dir -r requirements.txt

#: pipefail is not pip
FROM python:3.13
RUN set -o pipefail && make install | tee log

#: on Windows no shell is understood, where hadolint reports it
FROM mcr.microsoft.com/windows/servercore:ltsc2022
RUN pip install flask

#: mended: by Python
FROM debian:12
RUN python -m pip install x
#   ^^^^^^^^^^^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN python -m pip install --no-cache-dir x

#: mended: over lines
FROM debian:12
RUN pip install \
#   ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN pip install --no-cache-dir \
  # why
  x

#: a cleaning before, or before the last
FROM python:3.13
RUN pip cache purge && pip install flask
#                      ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN pip cache purge && pip install --no-cache-dir flask
RUN rm -rf /root/.cache && pip install flask
#                          ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN rm -rf /root/.cache && pip install --no-cache-dir flask
RUN pip install flask && pip cache purge && pip install django
#                                           ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN pip install flask && pip cache purge && pip install --no-cache-dir django
RUN pip install flask || pip cache purge
#   ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN pip install --no-cache-dir flask || pip cache purge

#: other ways to clean
FROM python:3.13
RUN pip install flask && rm -rf $(pip cache dir)
RUN pip install flask && rm -rf "$(python -m pip cache dir)"/*
RUN pip install flask && rm -rf ~/.cache/pip
RUN pip install flask && rm -rf "$HOME"/.cache/*
RUN pip install flask && cd && rm -rf .cache
RUN pip install flask && rm -rf /root/.[!.]* /tmp/*
RUN pip install flask && python -m pip cache purge
RUN pip install flask && find /root/.cache -type f -delete
RUN trap 'pip cache purge' EXIT; pip install flask

#: set by pip itself in another stage, or too late
FROM python:3.13 AS web
RUN pip config set global.no-cache-dir true
FROM python:3.13 AS api
RUN pip install flask
#   ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN pip install --no-cache-dir flask
RUN python -m pip config set global.no-cache-dir true
RUN pip install flask
FROM web AS worker
RUN pip install flask

#: a home of its own
FROM python:3.13
ENV HOME=/srv/app
RUN pip install flask && rm -rf "$HOME/.cache/pip"
RUN pip install flask && rm -rf /srv/app/.cache
RUN pip install flask && rm -rf /srv/app/.cache/uv
#   ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN pip install --no-cache-dir flask && rm -rf /srv/app/.cache/uv

#: what cleans something else
FROM python:3.13
RUN pip install flask && rm -rf /root/.cache/uv
#   ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN pip install --no-cache-dir flask && rm -rf /root/.cache/uv
RUN pip install flask && rm -rf /root/.cache/{uv,pip}
#   ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN pip install --no-cache-dir flask && rm -rf /root/.cache/{uv,pip}
RUN pip install flask && npm cache clean --force
#   ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN pip install --no-cache-dir flask && npm cache clean --force
RUN pip install flask && find /root/.cache -name '*.whl'
#   ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN pip install --no-cache-dir flask && find /root/.cache -name '*.whl'
RUN pip install flask && rm -rf /root/*
#   ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN pip install --no-cache-dir flask && rm -rf /root/*

#: one tool's cache is not another's
FROM python:3.13
RUN --mount=type=cache,target=/root/.cache/uv pip install flask
#                                             ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN --mount=type=cache,target=/root/.cache/uv pip install --no-cache-dir flask
RUN --mount=type=cache,target=/root/.cache/pypoetry pip install flask
#                                                   ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN --mount=type=cache,target=/root/.cache/pypoetry pip install --no-cache-dir flask
RUN --mount=type=cache,target=/root/.cache/pip/http pip install flask
#                                                   ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN --mount=type=cache,target=/root/.cache/pip/http pip install --no-cache-dir flask
RUN --mount=type=cache,target=/root/ pip install flask
RUN --mount=type=tmpfs,target=/root/.cache pip install flask

#: mounts with variables
FROM python:3.13
ARG HOME_DIR=/root
ARG CACHE=/root/.cache/uv
RUN --mount=type=cache,target=$HOME_DIR/.cache/pip pip install flask
RUN --mount=type=cache,target=${CACHE} pip install flask
#                                      ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN --mount=type=cache,target=${CACHE} pip install --no-cache-dir flask
RUN --mount=type=cache,target=${SOMEWHERE} pip install flask

#: an argument without a value, and a variable that is not handed on
FROM python:3.13
ARG PIP_NO_CACHE_DIR
RUN pip install flask
#   ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN pip install --no-cache-dir flask
RUN PIP_NO_CACHE_DIR=1; pip install flask
#                       ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN PIP_NO_CACHE_DIR=1; pip install --no-cache-dir flask
RUN PIP_NO_CACHE_DIR=1; export PIP_NO_CACHE_DIR; pip install flask
RUN (export PIP_NO_CACHE_DIR=1); pip install flask
#                                ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN (export PIP_NO_CACHE_DIR=1); pip install --no-cache-dir flask

#: words elsewhere in the file
FROM python:3.13
# no-cache-dir = true would be a way
LABEL note="PIP_NO_CACHE_DIR=1 no-cache-dir"
RUN echo no-cache-dir && docker build --build-arg PIP_NO_CACHE_DIR=1 .
RUN pip install flask
#   ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN pip install --no-cache-dir flask

#: configurations that count from where they are written
FROM python:3.13 AS web
RUN pip install flask
#   ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN pip install --no-cache-dir flask
RUN mkdir -p /root/.config/pip && printf '[global]\nno-cache-dir = true\n' > /root/.config/pip/pip.conf
RUN pip install flask
FROM python:3.13 AS api
COPY <<EOF /etc/pip.conf
[global]
no-cache-dir = true
EOF
RUN pip install flask
FROM python:3.13 AS worker
RUN cat > /etc/pip.conf <<EOF
[global]
index-url = https://example.com
EOF
RUN pip install flask
#   ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN pip install --no-cache-dir flask

#: however it is called
FROM python:3.13
RUN pip	install flask
#   ^^^	^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN pip	install --no-cache-dir flask
RUN "pip" install flask
#   ^^^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN "pip" install --no-cache-dir flask
RUN python -mpip install flask
#   ^^^^^^^^^^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN python -mpip install --no-cache-dir flask
RUN python3 -Im pip install flask
#   ^^^^^^^^^^^^^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN python3 -Im pip install --no-cache-dir flask
RUN runuser -u web -- pip install flask
#                     ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN runuser -u web -- pip install --no-cache-dir flask
RUN su - web -c "pip install flask"
#                ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN su - web -c "pip install --no-cache-dir flask"
RUN conda run -n web pip install flask
#                    ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN conda run -n web pip install --no-cache-dir flask
RUN poetry run pip install flask
#              ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN poetry run pip install --no-cache-dir flask
RUN uv run pip install flask
#          ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN uv run pip install --no-cache-dir flask
RUN pipenv run pip install flask
#              ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN pipenv run pip install --no-cache-dir flask
RUN eval "pip install flask"
#         ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN eval "pip install --no-cache-dir flask"
RUN sh -c -- 'pip install flask'
#             ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN sh -c -- 'pip install --no-cache-dir flask'
RUN find . -name requirements.txt -exec pip install -r {} \;
#                                       ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN find . -name requirements.txt -exec pip install --no-cache-dir -r {} \;
RUN flock /tmp/lock pip install flask
#                   ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN flock /tmp/lock pip install --no-cache-dir flask
RUN env -i PATH="$PATH" pip install flask
#                       ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN env -i PATH="$PATH" pip install --no-cache-dir flask
RUN nice -n 10 time command pip install flask
#                           ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN nice -n 10 time command pip install --no-cache-dir flask
RUN sudo -H -u web pip install flask
#                  ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN sudo -H -u web pip install --no-cache-dir flask
RUN ["python", "-m", "pip", "install", "flask"]
#    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN ["python", "-m", "pip", "install", "--no-cache-dir", "flask"]
RUN x=$(pip install flask)
#       ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN x=$(pip install --no-cache-dir flask)

#: on Red Hat's images braces are read
FROM fedora:41
RUN pip install flask && rm -rf /root/.cache/{pip,uv}

#: a variable names the folder of the program
FROM python:3.13
RUN $VIRTUAL_ENV/bin/pip install flask
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN $VIRTUAL_ENV/bin/pip install --no-cache-dir flask
RUN "$VIRTUAL_ENV/bin/pip" install flask
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN "$VIRTUAL_ENV/bin/pip" install --no-cache-dir flask
RUN "${VENV}"/bin/python -m pip install flask
#   ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN "${VENV}"/bin/python -m pip install --no-cache-dir flask
RUN $PIP install flask

#: by other programs
FROM python:3.13
RUN ssh-agent pip install flask
#             ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN ssh-agent pip install --no-cache-dir flask
RUN /sbin/setuser app pip install flask
#                     ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN /sbin/setuser app pip install --no-cache-dir flask
RUN pyenv exec pip install flask
#              ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN pyenv exec pip install --no-cache-dir flask
RUN pixi run pip install flask
#            ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN pixi run pip install --no-cache-dir flask
RUN scl enable rh-python38 -- pip install flask
#                             ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN scl enable rh-python38 -- pip install --no-cache-dir flask
RUN numactl -N 0 pip install flask
#                ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN numactl -N 0 pip install --no-cache-dir flask
RUN faketime 2020-01-01 pip install flask
#                       ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN faketime 2020-01-01 pip install --no-cache-dir flask

#: whose home it is
FROM python:3.13
RUN pip install flask && rm -rf /tmp/.cache/pip
#   ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN pip install --no-cache-dir flask && rm -rf /tmp/.cache/pip
RUN pip install flask && rm -rf /home/app/.cache
#   ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN pip install --no-cache-dir flask && rm -rf /home/app/.cache
RUN pip install flask && rm -rf "~/.cache"
#   ^^^^^^^^^^^ `pip install` without `--no-cache-dir` leaves its downloads in the image
#=> Add `--no-cache-dir`
#+ RUN pip install --no-cache-dir flask && rm -rf "~/.cache"
RUN HOME=/tmp/home pip install flask && rm -rf /tmp/home
RUN export XDG_CACHE_HOME=/tmp/cache; pip install flask && rm -rf /tmp/cache
USER app
RUN pip install flask && rm -rf /home/app/.cache
RUN pip install flask && rm -rf /srv/app/.cache
