#: downloads
FROM mcr.microsoft.com/windows/servercore:ltsc2022
RUN powershell -Command Invoke-WebRequest https://example.com/a -OutFile a
#                       ^^^^^^^^^^^^^^^^^ the progress bar of `Invoke-WebRequest` slows the download down
#?> Switch the progress bar off
#+ RUN powershell -Command $ProgressPreference = 'SilentlyContinue'; Invoke-WebRequest https://example.com/a -OutFile a
RUN powershell -Command "$ProgressPreference = 'SilentlyContinue'; iwr https://example.com/a -OutFile a"
SHELL ["powershell", "-Command", "$ErrorActionPreference = 'Stop';"]
RUN New-Item b; iwr -Uri https://example.com/a -OutFile a
#               ^^^ the progress bar of `iwr` slows the download down
#?> Switch the progress bar off
#+ RUN $ProgressPreference = 'SilentlyContinue'; New-Item b; iwr -Uri https://example.com/a -OutFile a
RUN Get-Item iwr-log
SHELL ["powershell", "-Command", "$ProgressPreference = 'SilentlyContinue';"]
RUN Invoke-WebRequest https://example.com/a -OutFile a

#: by default pwsh is left alone
FROM mcr.microsoft.com/powershell:7.4-debian-12
RUN pwsh -c "iwr https://example.com/a -OutFile a"

#: every version {"everyVersion": true}
FROM mcr.microsoft.com/powershell:7.4-debian-12
RUN pwsh -c "iwr https://example.com/a -OutFile a"
#            ^^^ the progress bar of `iwr` slows the download down
#?> Switch the progress bar off
#+ RUN pwsh -c "\$ProgressPreference = 'SilentlyContinue'; iwr https://example.com/a -OutFile a"
RUN pwsh -c iwr https://example.com/a -OutFile a
#           ^^^ the progress bar of `iwr` slows the download down
