#: in instructions and scripts
FROM python:3.13-slim
ENV LANG=C.UTF-8 PYTHONHTTPSVERIFY=0
#                ^^^^^^^^^^^^^^^^^^^ `PYTHONHTTPSVERIFY=0` lets Python take anybody's answer for the server's
#?> Leave out `PYTHONHTTPSVERIFY=0`
#+ ENV LANG=C.UTF-8
RUN PYTHONHTTPSVERIFY=0 python download.py
#   ^^^^^^^^^^^^^^^^^^^ `PYTHONHTTPSVERIFY=0` lets Python take anybody's answer for the server's
ONBUILD ENV PYTHONHTTPSVERIFY 0
#           ^^^^^^^^^^^^^^^^^^^ `PYTHONHTTPSVERIFY=0` lets Python take anybody's answer for the server's

#: switched on
FROM python:3.13-slim
ENV PYTHONHTTPSVERIFY=1
RUN echo PYTHONHTTPSVERIFY=0
