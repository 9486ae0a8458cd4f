#: the shell of a stage
FROM mcr.microsoft.com/windows/servercore:ltsc2022
SHELL ["powershell", "-Command"]
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^ the `RUN`s of this shell go on after an error
#?> Stop at the first error
#+ SHELL ["powershell", "-Command", "$ErrorActionPreference = 'Stop';"]
RUN Expand-Archive web.zip C:/web; Remove-Item web.zip
RUN Remove-Item a; Remove-Item b
SHELL ["pwsh", "-NoLogo", "-Command", "$ProgressPreference = 'SilentlyContinue';"]
#     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^ the `RUN`s of this shell go on after an error
#?> Stop at the first error
#+ SHELL ["pwsh", "-NoLogo", "-Command", "$ErrorActionPreference = 'Stop'; $ProgressPreference = 'SilentlyContinue';"]
RUN Remove-Item a; Remove-Item b

#: one statement, braces among them, and what speaks of errors
FROM mcr.microsoft.com/windows/servercore:ltsc2022
SHELL ["powershell", "-Command"]
RUN Remove-Item "a;b"
RUN $url = 'https://example.com'; Write-Host $url; Start-Sleep 2; Remove-Item a
RUN foreach ($each in 1, 2) { New-Item $each; Remove-Item $each }
RUN Remove-Item a -ErrorAction Stop; Remove-Item b
RUN $ErrorActionPreference = 'Stop'; Remove-Item a; Remove-Item b

#: a RUN that starts it
# escape=`
FROM mcr.microsoft.com/windows/servercore:ltsc2022
RUN powershell -NoProfile -ExecutionPolicy Bypass -Command "Remove-Item a; `
#   ^^^^^^^^^^ PowerShell goes on after an error, and only the last statement counts
#?> Stop at the first error
#+ RUN powershell -NoProfile -ExecutionPolicy Bypass -Command "$ErrorActionPreference = 'Stop'; Remove-Item a; `
    Remove-Item b"
RUN powershell.exe Remove-Item a; Remove-Item b
#   ^^^^^^^^^^^^^^ PowerShell goes on after an error, and only the last statement counts
#?> Stop at the first error
#+ RUN powershell.exe $ErrorActionPreference = 'Stop'; Remove-Item a; Remove-Item b
RUN ["powershell", "-Command", "Remove-Item a; Remove-Item b"]
#    ^^^^^^^^^^^^ PowerShell goes on after an error, and only the last statement counts
#?> Stop at the first error
#+ RUN ["powershell", "-Command", "$ErrorActionPreference = 'Stop'; Remove-Item a; Remove-Item b"]
RUN powershell -File a.ps1; Remove-Item b
RUN powershell -Command Remove-Item a

#: on Linux
FROM mcr.microsoft.com/powershell:7.4-debian-12
RUN pwsh -c 'Remove-Item a; Remove-Item b'
#   ^^^^ PowerShell goes on after an error, and only the last statement counts
#?> Stop at the first error
#+ RUN pwsh -c '$ErrorActionPreference = "Stop"; Remove-Item a; Remove-Item b'
RUN pwsh -Command "Remove-Item a; Remove-Item b"
#   ^^^^ PowerShell goes on after an error, and only the last statement counts
#?> Stop at the first error
#+ RUN pwsh -Command "\$ErrorActionPreference = 'Stop'; Remove-Item a; Remove-Item b"
RUN pwsh -Command Remove-Item a\; Remove-Item b
#   ^^^^ PowerShell goes on after an error, and only the last statement counts
RUN echo pwsh; echo powershell

#: another shell
FROM mcr.microsoft.com/windows/servercore:ltsc2022
SHELL ["cmd", "/S", "/C"]
RUN del a; del b
