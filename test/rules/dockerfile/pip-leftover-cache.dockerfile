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
