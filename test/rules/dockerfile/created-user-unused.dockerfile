#: made, and not used
FROM python:3.13-slim
RUN adduser --disabled-password --gecos "" app && chown -R app /srv
#                                          ^^^ `app` is made, but no `USER` names it, so the container runs as root
#?> Run as app, line 4
#+ USER app
#+ ENTRYPOINT ["python"]
COPY app.py .
ENTRYPOINT ["python"]
CMD ["app.py"]

#: in a stage below
FROM python:3.13-slim AS base
RUN useradd -m app
#              ^^^ `app` is made, but no `USER` names it, so the container runs as root
#?> Run as app, line 5
#+ USER app
#+ CMD ["python", "app.py"]

FROM base
CMD ["python", "app.py"]

#: what starts it stands below
FROM python:3.13-slim AS base
CMD ["python", "app.py"]

FROM base
RUN useradd app
#           ^^^ `app` is made, but no `USER` names it, so the container runs as root

#: a shell to work in, and a server
FROM debian:12
RUN useradd vscode
CMD ["bash"]

#: used, or given by what starts
FROM python:3.13-slim
RUN useradd app
USER app
CMD ["python", "app.py"]

#: a start that may give up root
FROM debian:12
RUN useradd app
ENTRYPOINT ["/entrypoint.sh"]

#: told to another program
FROM python:3.13-slim
RUN useradd app && echo "user=app" > /etc/web.conf
CMD ["python", "app.py"]

#: the base image's user is not known
FROM example.com/base
RUN useradd app
CMD ["python", "app.py"]

#: only in a stage that ships nothing, and one that starts nothing
FROM python:3.13-slim AS build
RUN useradd app

FROM python:3.13-slim
CMD ["python", "app.py"]
#: who logs in to a server is not whom it runs as
FROM node:22
RUN useradd play; echo "play:secret" | chpasswd
CMD ["npm", "start"]
