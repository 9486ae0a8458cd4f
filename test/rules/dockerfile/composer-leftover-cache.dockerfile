#: each call has the option
FROM php:8.3-cli
RUN composer global require phpunit/phpunit && composer install --no-dev
#   ^^^^^^^^^^^^^^^ `composer global` leaves what it has downloaded in the image
#=> Add `--no-cache`
#+ RUN composer global --no-cache require phpunit/phpunit && composer install --no-dev
#                                              ^^^^^^^^^^^^^^^^ `composer install` leaves what it has downloaded in the image
#=> Add `--no-cache`
#+ RUN composer global require phpunit/phpunit && composer install --no-cache --no-dev
RUN composer install --no-cache
RUN composer install && composer clear-cache
RUN composer install && rm -rf ~/.composer/cache
RUN composer dump-autoload
RUN --mount=type=cache,target=/root/.composer/cache composer install

#: the environment puts it elsewhere
FROM php:8.3-cli
ENV COMPOSER_CACHE_DIR=/tmp/cache
RUN composer install

#: so does the script
FROM php:8.3-cli
RUN export COMPOSER_HOME="$(mktemp -d)"; composer create-project web/web ./; rm -rf "$COMPOSER_HOME"
RUN XDG_CACHE_HOME=/tmp/cache composer install
