#: settings, options and variables
FROM debian:12
RUN git config --global http.sslVerify false && git clone https://example.com/app.git
#                       ^^^^^^^^^^^^^^^^^^^^ `http.sslVerify false` lets git take anybody's answer for the server's
#?> Leave out `http.sslVerify false`
#+ RUN git clone https://example.com/app.git
RUN git config --system http.https://example.com.sslverify 0
#                       ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ `http.https://example.com.sslverify 0` lets git take anybody's answer for the server's
#?> Leave out `http.https://example.com.sslverify 0`, lines 3 to 4
#+ RUN git -c http.sslVerify=false clone https://example.com/app.git
RUN git -c http.sslVerify=false clone https://example.com/app.git
#       ^^^^^^^^^^^^^^^^^^^^^^^ `-c http.sslVerify=false` lets git take anybody's answer for the server's
#?> Leave out `-c http.sslVerify=false`
#+ RUN git clone https://example.com/app.git
RUN git clone -c http.sslVerify=false https://example.com/app.git
#             ^^^^^^^^^^^^^^^^^^^^^^^ `-c http.sslVerify=false` lets git take anybody's answer for the server's
#?> Leave out `-c http.sslVerify=false`
#+ RUN git clone https://example.com/app.git
ENV GIT_SSL_NO_VERIFY=true
#   ^^^^^^^^^^^^^^^^^^^^^^ `GIT_SSL_NO_VERIFY=true` lets git take anybody's answer for the server's
#?> Leave out `GIT_SSL_NO_VERIFY=true`, lines 6 to 7
#+ RUN GIT_SSL_NO_VERIFY=1 git clone https://example.com/app.git
RUN GIT_SSL_NO_VERIFY=1 git clone https://example.com/app.git
#   ^^^^^^^^^^^^^^^^^^^ `GIT_SSL_NO_VERIFY=1` lets git take anybody's answer for the server's
RUN env GIT_SSL_NO_VERIFY=1 git clone https://example.com/app.git
#                           ^^^ `GIT_SSL_NO_VERIFY=1` lets git take anybody's answer for the server's

#: what is checked
FROM debian:12
RUN git config --global http.sslVerify true && git config --global user.name web
RUN git -c http.sslCAInfo=ca.pem clone https://example.com/app.git
ENV GIT_SSL_NO_VERIFY=
