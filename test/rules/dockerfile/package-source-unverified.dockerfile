#: settings
FROM continuumio/miniconda3
RUN conda config --set ssl_verify no && conda install flask
#                      ^^^^^^^^^^^^^ `ssl_verify no` lets anybody answer for the server
#?> Leave out `ssl_verify no`
#+ RUN conda install flask
RUN composer config -g secure-http false
#                      ^^^^^^^^^^^^^^^^^ `secure-http false` lets anybody answer for the server
#?> Leave out `secure-http false`, lines 3 to 4
#+ RUN composer config --global disable-tls true
RUN composer config --global disable-tls true
#                            ^^^^^^^^^^^^^^^^ `disable-tls true` lets anybody answer for the server
#?> Leave out `disable-tls true`, lines 4 to 5
#+ RUN bundle config set ssl_verify_mode 0
RUN bundle config set ssl_verify_mode 0
#                     ^^^^^^^^^^^^^^^^^ `ssl_verify_mode 0` lets anybody answer for the server
#?> Leave out `ssl_verify_mode 0`, lines 5 to 6
#+ RUN poetry config certificates.web.cert false
RUN poetry config certificates.web.cert false
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^^^ `certificates.web.cert false` lets anybody answer for the server
#?> Leave out `certificates.web.cert false`, lines 6 to 7
#+ RUN conda install --insecure flask
RUN conda install --insecure flask
#                 ^^^^^^^^^^ `--insecure` lets anybody answer for the server
#?> Leave out `--insecure`
#+ RUN conda install flask
ENV CONDA_SSL_VERIFY=false
#   ^^^^^^^^^^^^^^^^^^^^^^ `CONDA_SSL_VERIFY=false` lets anybody answer for the server
#?> Leave out `CONDA_SSL_VERIFY=false`, lines 8 to 9
#+ RUN COMPOSER_DISABLE_TLS=1 composer install
RUN COMPOSER_DISABLE_TLS=1 composer install
#   ^^^^^^^^^^^^^^^^^^^^^^ `COMPOSER_DISABLE_TLS=1` lets anybody answer for the server

#: others
FROM continuumio/miniconda3
RUN conda config --set ssl_verify /etc/ssl/ca.pem && composer config secure-http true && composer config -g repo.packagist false
ENV BUNDLE_SSL_VERIFY_MODE=1
