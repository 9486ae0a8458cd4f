#: odd cases
FROM debian:12
RUN for file in a $(find /srv -name "*.sh"); do chmod +x "$file"; done
#                 ^^^^^^^^^^^^^^^^^^^^^^^^^ a name with a blank is several words to the loop
RUN for file in `find /srv`; do echo "$file"; done
#               ^^^^^^^^^^^ a name with a blank is several words to the loop
RUN for file in $(find /srv | sort); do echo "$file"; done
RUN find /srv | while read -r file; do echo "$file"; done
