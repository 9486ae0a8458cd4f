#: behind instructions, comments, continuations and tabs
FROM debian:12  
#             ^^ blanks stand at the end of the line
#=> Remove the blanks
#+ FROM debian:12
# a comment 
#          ^ blanks stand at the end of the line
#=> Remove the blanks
#+ # a comment
RUN make \ 
#         ^ blanks stand at the end of the line
#=> Remove the blanks
#+ RUN make \
  && make install	
#                	 blanks stand at the end of the line
#=> Remove the blanks
#+   && make install
 
#^ blanks stand at the end of the line
#=> Remove the blanks
CMD ["bash"]

#: in here documents blanks mean something
FROM debian:12
COPY <<EOF /a
a  
EOF
RUN <<EOF
echo "  
"
EOF

#: Windows line ends
FROM debian:12 
#             ^ blanks stand at the end of the line
#=> Remove the blanks
#+ FROM debian:12
CMD ["bash"]
