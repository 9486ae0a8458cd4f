#: without one
FROM debian:12
CMD ["bash"]
#          ^ the file ends without a line end
#=> End the line
#+ CMD ["bash"]
#<

#: with one
FROM debian:12

#: with Windows line ends
FROM debian:12
CMD ["bash"]
#          ^ the file ends without a line end
#=> End the line
#+ CMD ["bash"]
#<

#: an instruction that is wrong
FROM debian:12
RUN <<EOF
make
#  ^ the file ends without a line end
#<
