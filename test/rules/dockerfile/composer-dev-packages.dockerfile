#: spellings
FROM php:8.3-fpm
RUN composer install
#   ^^^^^^^^^^^^^^^^ `composer install` installs packages that only development needs
#?> Add `--no-dev`
#+ RUN composer install --no-dev
RUN php composer.phar install && composer i -o
#                                ^^^^^^^^^^ `composer install` installs packages that only development needs
#?> Add `--no-dev`
#+ RUN php composer.phar install && composer i --no-dev -o
RUN composer update

#: with the option
FROM php:8.3-fpm
RUN composer install --no-dev

#: without what only development needs
FROM php:8.3-fpm
RUN COMPOSER_NO_DEV=1 composer install
RUN export COMPOSER_NO_DEV=1 && composer install
RUN if [ "$APP_ENV" = dev ]; then composer install; else composer install --no-dev; fi
ENV COMPOSER_NO_DEV=1
RUN composer install

#: first for the tests
FROM php:8.3-fpm
RUN composer install && vendor/bin/phpunit && composer install --no-dev

#: what a variable says
FROM php:8.3-fpm
ARG COMPOSER_FLAGS
RUN composer install $COMPOSER_FLAGS

#: other stages
FROM php:8.3-fpm AS base
FROM base AS dev
RUN composer install
FROM base
RUN composer install
#   ^^^^^^^^^^^^^^^^ `composer install` installs packages that only development needs
#?> Add `--no-dev`
#+ RUN composer install --no-dev
