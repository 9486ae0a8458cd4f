#: versions in the name and behind it
FROM php:8.3-cli
RUN composer global require phpunit/phpunit:11.5.1 && composer require phpunit/phpunit ^11.5
RUN composer global require phpunit/phpunit
#                           ^^^^^^^^^^^^^^^ `phpunit/phpunit` is installed in whatever version there is on the day of the build
RUN composer install && composer create-project laravel/laravel app
