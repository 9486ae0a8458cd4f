#: ways to install it
FROM php:8.3-fpm
RUN pecl install xdebug-3.4.0 && docker-php-ext-enable xdebug
#                ^^^^^^^^^^^^ `xdebug-3.4.0` is part of the image that is shipped
#?> Leave Xdebug out, lines 2 to 3
#+ COPY . /var/www/html
COPY . /var/www/html
RUN apt-get update && apt-get install -y php8.3-xdebug php8.3-mbstring
#                                        ^^^^^^^^^^^^^ `php8.3-xdebug` is part of the image that is shipped
#?> Leave Xdebug out
#+ RUN apt-get update && apt-get install -y php8.3-mbstring
RUN apk add --no-cache php83-pecl-xdebug
#                      ^^^^^^^^^^^^^^^^^ `php83-pecl-xdebug` is part of the image that is shipped
#?> Leave Xdebug out, lines 5 to 6
#+ RUN pecl install apcu xdebug && docker-php-ext-enable apcu xdebug
RUN pecl install apcu xdebug && docker-php-ext-enable apcu xdebug
#                     ^^^^^^ `xdebug` is part of the image that is shipped
#?> Leave Xdebug out
#+ RUN pecl install apcu && docker-php-ext-enable apcu
RUN echo 1; (pecl install xdebug)
#                         ^^^^^^ `xdebug` is part of the image that is shipped

#: what decides whether it does
FROM php:8.3-fpm
COPY src/ /var/www/html
ARG XDEBUG
RUN if [ "$XDEBUG" = 1 ]; then pecl install xdebug; fi
RUN apk del php83-pecl-xdebug

#: a stage for development
FROM php:8.3-fpm AS base
FROM base AS dev
RUN pecl install xdebug
FROM base
COPY . .

#: the only stage, and it is for development
FROM php:8.3-fpm AS development
RUN pecl install xdebug

#: no application, so that it may be for development
FROM php:8.3-fpm
RUN pecl install xdebug
COPY php.ini /usr/local/etc/php/

#: no application {"everyImage": true}
FROM php:8.3-fpm
RUN pecl install xdebug
#                ^^^^^^ `xdebug` is part of the image that is shipped
#?> Leave Xdebug out, lines 2 to 3
