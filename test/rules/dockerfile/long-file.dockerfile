#: at the line that is one too many {"lines": 3}
FROM debian:12

# comments do not count
RUN echo \
  one
CMD ["bash"]
#^^^^^^^^^^^ from here on the file has more than 3 lines

#: just short enough {"lines": 3}
FROM debian:12

WORKDIR /app
CMD ["bash"]
