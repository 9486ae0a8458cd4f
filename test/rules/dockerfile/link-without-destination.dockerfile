#: odd cases
FROM debian:12
RUN ln -s /opt/app/bin/app
#         ^^^^^^^^^^^^^^^^ the link goes wherever this runs
#=> Say where
#+ RUN ln -s /opt/app/bin/app .
RUN cd /etc/nginx/sites-enabled && ln -s ../sites-available/app
#                                        ^^^^^^^^^^^^^^^^^^^^^^ the link goes wherever this runs
#=> Say where
#+ RUN cd /etc/nginx/sites-enabled && ln -s ../sites-available/app .
RUN ln -s a b && ln -s /a/* && ln -st /b /a
