#: odd cases
FROM debian:12
RUN echo 'version $VERSION' > /etc/version
#        ^^^^^^^^^^^^^^^^^^ what looks like a variable is text here
#?> Use double quotes
#+ RUN echo "version $VERSION" > /etc/version
RUN echo 'export PATH="$PATH:/opt"' >> ~/.bashrc
#        ^^^^^^^^^^^^^^^^^^^^^^^^^^ what looks like a variable is text here
RUN sed -i 's/$/x/' a && awk '{print $1}' a
RUN echo 'costs 5$'
