#: between, with blanks in them


#^ 2 empty lines stand in a row, where 1 would do
#=> Remove the empty lines, lines 2 to 3
#+ FROM debian:12
FROM debian:12


#|… 3 empty lines stand in a row, where 1 would do
#=> Remove the empty lines, lines 5 to 7
#+ RUN make
 
#^…
RUN make


#|… 3 empty lines stand in a row, where 1 would do
#=> Remove the empty lines, lines 9 to 11
#+ CMD ["bash"]

#^…
CMD ["bash"]

#^ the file ends with an empty line
#=> Remove the empty lines, lines 12 to 13
#: in a here document
FROM debian:12
RUN <<EOF
a


b
EOF
CMD ["bash"]
#<

#: within an instruction it is another problem
FROM debian:12
RUN make && \


  make install
#<

#: what would become a directive {"lines": 0}

#^ 1 empty lines stand in a row, where 0 would do
# escape=`
FROM debian:12
#<

#: two may be {"lines": 2}
FROM debian:12


RUN make



#^ 3 empty lines stand in a row, where 2 would do
#=> Remove the empty lines, lines 7 to 8
#+ CMD ["bash"]
CMD ["bash"]
#<
