#: a server without
FROM php:8.3-apache
#    ^^^^^^^^^^^^^^ nothing loads OPcache
#?> Install OPcache
#+ FROM php:8.3-apache
#+ RUN docker-php-ext-install opcache
COPY . /var/www/html

#: a server upon a stage
FROM php:7.4-fpm-alpine AS base
FROM base
#    ^^^^ nothing loads OPcache
#?> Install OPcache
#+ FROM base
#+ RUN docker-php-ext-install opcache
COPY . /var/www/html

#: in whatever way it gets there
FROM php:8.3-fpm
COPY opcache.ini /usr/local/etc/php/conf.d/

#: an installer
FROM php:8.3-fpm
RUN install-php-extensions pdo_mysql opcache

#: no server, and a version that has it
FROM php:8.3-cli
COPY . /app

#: 8.5
FROM php:8.5-fpm
COPY . /var/www/html
