#: what answers, and what asks
FROM opensuse/leap:15.6
RUN zypper -n install httpd
RUN zypper --non-interactive in httpd
RUN zypper install -y httpd
RUN zypper in --no-confirm httpd
RUN zypper in httpd
#   ^^^^^^^^^ `zypper in` asks whether to go on, and a build cannot answer
#=> Answer yes with `--non-interactive`
#+ RUN zypper --non-interactive in httpd
RUN zypper dup || true
#   ^^^^^^^^^^ `zypper dup` asks whether to go on, and a build cannot answer
#?> Answer yes with `--non-interactive`
#+ RUN zypper --non-interactive dup || true
RUN zypper rm httpd
#   ^^^^^^^^^ `zypper rm` asks whether to go on, and a build cannot answer
#=> Answer yes with `--non-interactive`
#+ RUN zypper --non-interactive rm httpd
RUN zypper addrepo https://example.com/a.repo && zypper refresh && zypper search httpd

#: in a script with options further on
FROM opensuse/leap:15.6
RUN set -e \
 && zypper install \
#   ^^^^^^^^^^^^^^ `zypper install` asks whether to go on, and a build cannot answer
#=> Answer yes with `--non-interactive`
#+  && zypper --non-interactive install \
      httpd
