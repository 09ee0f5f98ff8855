# Asks a Windows guest what backup-diag asks, and writes the answers to standard output. It writes
# nothing else, changes nothing, and sends nothing anywhere. For PowerShell 3 and later.
# Made by: @MADE@
#
# In a command prompt (cmd.exe) of an administrator:
#   powershell -NoProfile -ExecutionPolicy Bypass -File collect.ps1 >guest.txt
# then: backup-diag diagnose --bundle guest.txt
#
# -AssumeAzure asks Azure's own addresses also where no hardware tag says that this is Azure.
param([switch]$AssumeAzure)
## The form is that of collect.sh: a record, then content in lines that begin with | (line feed),
## ; (carriage return and line feed) or = (base64). Content is ASCII, in any display language.
Set-StrictMode -Version 2
$ErrorActionPreference = 'Stop'
$invariant = [Globalization.CultureInfo]::InvariantCulture
[Threading.Thread]::CurrentThread.CurrentCulture = $invariant
[Threading.Thread]::CurrentThread.CurrentUICulture = $invariant
$watch = [Diagnostics.Stopwatch]::StartNew()
$epoch = New-Object DateTime(1970, 1, 1, 0, 0, 0, ([DateTimeKind]::Utc))
$bytewise = [Text.Encoding]::GetEncoding(28591)
$unicode = New-Object Text.UTF8Encoding($false)
$out = New-Object IO.StreamWriter([Console]::OpenStandardOutput(), $unicode, 65536)
$redirected = [Environment]::Is64BitOperatingSystem -and -not [Environment]::Is64BitProcess
$big = @BIG@
$raw = @RAW@
$written = 0

function Rec([string]$line) {
  if ($watch.Elapsed.TotalSeconds -gt @TIME@ -or $script:written -gt @MOST@) {
    throw 'the time or the room is used up'
  }
  $script:written += $line.Length + 1
  $out.Write($line + "`n")
}

function Body([byte[]]$bytes) {
  $text = $bytewise.GetString($bytes)
  $text = [regex]::Replace($text, 'sig=[A-Za-z0-9%+/=_-]{12,}', 'sig=REDACTED')
  $text = [regex]::Replace($text, '("protectedSettings"\s*:\s*")[^"]*', '$1')
  $lines = New-Object Text.StringBuilder
  if ([regex]::IsMatch($text, '\A[\t\r\n\x20-\x7e]*\z')) {
    $parts = $text.Split([char]10)
    for ($i = 0; $i -lt $parts.Length; $i++) {
      $part = $parts[$i]
      if ($i -lt $parts.Length - 1 -and $part.Length -gt 0 -and $part[$part.Length - 1] -eq [char]13) {
        [void]$lines.Append(';').Append($part, 0, $part.Length - 1).Append("`n")
      } else {
        [void]$lines.Append('|').Append($part).Append("`n")
      }
    }
  } else {
    $safe = $bytewise.GetBytes($text)
    for ($i = 0; $i -lt $safe.Length; $i += 57000) {
      $count = [Math]::Min(57000, $safe.Length - $i)
      [void]$lines.Append('=').Append([Convert]::ToBase64String($safe, $i, $count)).Append("`n")
    }
  }
  $script:written += $lines.Length
  $out.Write($lines.ToString())
}

## Not there, or why it cannot be read; the words are ours, in no display language.
function Refuse([string]$subject, $problem) {
  $cause = $problem.Exception.GetBaseException()
  if ($cause -is [IO.FileNotFoundException] -or $cause -is [IO.DirectoryNotFoundException] -or
      $cause -is [IO.DriveNotFoundException]) {
    Rec "- $subject"
  } else {
    Rec "! $subject"
    if ($cause -is [UnauthorizedAccessException] -or $cause -is [Security.SecurityException]) {
      Body ($bytewise.GetBytes('Access denied'))
    } else {
      Body ($bytewise.GetBytes($cause.GetType().Name))
    }
  }
}

## A program of 32 bits sees the folder of the system under another name.
function Real([string]$path) {
  $real = $path.Replace('/', '\')
  if ($redirected) {
    $real = [regex]::Replace($real, '(?i)\\System32(\\|$)', '\Sysnative$1')
  }
  return $real
}

function Seconds([DateTime]$time) {
  return [int64][Math]::Floor(($time - $epoch).TotalSeconds)
}

function Stat([string]$path) {
  try {
    $real = Real $path
    $kind = [IO.File]::GetAttributes($real)
    $info = New-Object IO.FileInfo($real)
    $letter = 'F'
    $size = 0
    if ($kind -band [IO.FileAttributes]::ReparsePoint) {
      $letter = 'L'
    } elseif ($kind -band [IO.FileAttributes]::Directory) {
      $letter = 'D'
    } else {
      $size = $info.Length
    }
    Rec ('w {0} {1} {2} {3}' -f $letter, $size, (Seconds $info.LastWriteTimeUtc), $path)
  } catch {
    Refuse $path $_
  }
}

## Paths that a glob matches; the first refusal is kept in $refused.
function Find([string]$glob) {
  $script:refused = $null
  $parts = $glob.Split('/')
  $found = @($parts[0])
  for ($i = 1; $i -lt $parts.Length; $i++) {
    $part = $parts[$i]
    $next = New-Object Collections.Generic.List[string]
    foreach ($folder in $found) {
      if ($part.IndexOf('*') -lt 0 -and $part.IndexOf('?') -lt 0) {
        $path = "$folder/$part"
        if ([IO.File]::Exists((Real $path)) -or [IO.Directory]::Exists((Real $path))) {
          $next.Add($path)
        }
        continue
      }
      try {
        $inside = New-Object IO.DirectoryInfo((Real "$folder/"))
        foreach ($entry in $inside.EnumerateFileSystemInfos()) {
          if ($entry.Name -like $part -and $next.Count -lt 20000) { $next.Add("$folder/" + $entry.Name) }
        }
      } catch {
        $cause = $_.Exception.GetBaseException()
        if (-not ($cause -is [IO.DirectoryNotFoundException]) -and $null -eq $script:refused) {
          $script:refused = $_
        }
      }
    }
    $found = $next.ToArray()
  }
  return ,$found
}

function Enter([string]$glob, [int]$most, $found) {
  if ($found.Length -eq 0 -and $null -ne $script:refused) {
    Refuse $glob $script:refused
    return
  }
  $whole = [int]($found.Length -le $most -and $null -eq $script:refused)
  Rec "G $whole $glob"
}

function Listing([string]$glob, [int]$most) {
  $found = Find $glob
  Enter $glob $most $found
  for ($i = 0; $i -lt $found.Length -and $i -lt $most; $i++) { Stat $found[$i] }
}

function Files([string]$glob, [int]$most, [int]$limit) {
  $found = Find $glob
  Enter $glob $most $found
  for ($i = 0; $i -lt $found.Length -and $i -lt $most; $i++) { Head $found[$i] $limit }
}

## The newest files of one kind: six, where a probe takes four.
function Tails([string]$glob, [int]$limit) {
  $files = @()
  foreach ($path in (Find $glob)) { $files += New-Object IO.FileInfo((Real $path)) }
  $newest = @($files | Sort-Object -Property LastWriteTimeUtc -Descending)
  for ($i = 0; $i -lt $newest.Length -and $i -lt 6; $i++) {
    $folder = $newest[$i].DirectoryName.Replace('\', '/') -replace '(?i)/Sysnative(/|$)', '/System32$1'
    Tail ($folder + '/' + $newest[$i].Name) $limit
  }
}

## Room on a drive as df prints it.
function Room([string]$path) {
  try {
    $drive = New-Object IO.DriveInfo($path.Substring(0, 1))
    $sizes = '{0} {1} {2}' -f [int64]($drive.TotalSize / 1024),
      [int64](($drive.TotalSize - $drive.TotalFreeSpace) / 1024),
      [int64]($drive.AvailableFreeSpace / 1024)
    Rec "d $path"
    Body ($bytewise.GetBytes("Filesystem 1024-blocks Used Available Capacity Mounted on`ndrive $sizes - $path`n"))
  } catch {
    Refuse $path $_
  }
}

function Part([string]$path, [bool]$end, [int]$limit, [ref]$size) {
  $share = [IO.FileShare]::ReadWrite -bor [IO.FileShare]::Delete
  $stream = New-Object IO.FileStream((Real $path), [IO.FileMode]::Open, [IO.FileAccess]::Read, $share)
  try {
    $size.Value = $stream.Length
    $count = [int][Math]::Min($stream.Length, $limit)
    if ($end) { [void]$stream.Seek($stream.Length - $count, [IO.SeekOrigin]::Begin) }
    $bytes = New-Object byte[] $count
    $got = 0
    while ($got -lt $count) {
      $read = $stream.Read($bytes, $got, $count - $got)
      if ($read -le 0) { break }
      $got += $read
    }
    $whole = New-Object byte[] $got
    [Array]::Copy($bytes, $whole, $got)
    return ,$whole
  } finally {
    $stream.Dispose()
  }
}

function Followed([string]$path, [int64]$size) {
  $time = Seconds ([IO.File]::GetLastWriteTimeUtc((Real $path)))
  Rec "z $size $time $path"
}

function Head([string]$path, [int]$limit) {
  try {
    $size = 0
    $bytes = Part $path $false $limit ([ref]$size)
    Followed $path $size
    Rec "f $limit $path"
    Body $bytes
  } catch {
    Refuse $path $_
  }
}

function Tail([string]$path, [int]$limit) {
  try {
    $size = 0
    $bytes = Part $path $true $limit ([ref]$size)
    Followed $path $size
    if ($bytes.Length -le $big) {
      Rec ('t {0} {1} {2}' -f $bytes.Length, $size, $path)
      Body $bytes
    } else {
      Rec ('g {0} {1} {2}' -f $bytes.Length, $size, $path)
      Body ($bytewise.GetBytes((Excerpt $bytewise.GetString($bytes))))
    }
  } catch {
    Refuse $path $_
  }
}

## Numbered lines: all of the end, and before it the records that hold a word of interest.
function Excerpt([string]$text) {
  $first = New-Object regex('\A(\[[0-9]+\] )?[0-9]{4}[-/]')
  $wanted = New-Object regex($words)
  $kept = New-Object Text.StringBuilder
  $record = New-Object Collections.Generic.List[string]
  $shown = 0
  $from = 0
  $line = 0
  while ($from -lt $text.Length) {
    $to = $text.IndexOf([char]10, $from)
    if ($to -lt 0) { $to = $text.Length }
    $line++
    $numbered = "${line}:" + $text.Substring($from, $to - $from)
    if ($to -gt $text.Length - $raw) {
      [void]$kept.Append($numbered).Append("`n")
    } else {
      if ($first.IsMatch($text.Substring($from, [Math]::Min(40, $to - $from)))) {
        $record.Clear()
        $shown = 0
      }
      if ($shown -gt 0) {
        if ($shown -lt 200) { [void]$kept.Append($numbered).Append("`n") }
        $shown++
      } else {
        if ($record.Count -lt 50) { $record.Add($numbered) }
        if ($wanted.IsMatch($numbered)) {
          foreach ($before in $record) { [void]$kept.Append($before).Append("`n") }
          $shown = 1
        }
      }
    }
    $from = $to + 1
  }
  return $kept.ToString()
}

## A registry key in the form of an exported one.
function Key([string]$name, [int]$depth, [int]$most) {
  try {
    $root, $below = $name.Split([char[]]'\', 2)
    $hive = switch ($root) {
      'HKLM' { [Microsoft.Win32.RegistryHive]::LocalMachine; break }
      'HKU' { [Microsoft.Win32.RegistryHive]::Users; break }
      'HKCR' { [Microsoft.Win32.RegistryHive]::ClassesRoot; break }
      default { [Microsoft.Win32.RegistryHive]::CurrentUser }
    }
    $view = [Microsoft.Win32.RegistryView]::Registry64
    $top = [Microsoft.Win32.RegistryKey]::OpenBaseKey($hive, $view)
    $key = $top.OpenSubKey($below, $false)
    if ($null -eq $key) {
      Rec "- $name"
      return
    }
    $script:left = $most
    $script:whole = 1
    $lines = New-Object Text.StringBuilder
    Walk $key $depth $lines
    Rec ('k {0} {1} {2}' -f $script:whole, $depth, $name)
    Body ($unicode.GetBytes($lines.ToString()))
  } catch {
    Refuse $name $_
  }
}

function Walk($key, [int]$depth, $lines) {
  [void]$lines.Append('[').Append($key.Name).Append("]`n")
  foreach ($value in $key.GetValueNames()) {
    if ($script:left -le 0) {
      $script:whole = 0
      break
    }
    $script:left--
    $data = Shown $key $value
    if ($null -ne $data) {
      $label = '@'
      if ($value -ne '') { $label = '"' + $value.Replace('\', '\\').Replace('"', '\"') + '"' }
      [void]$lines.Append($label).Append('=').Append($data).Append("`n")
    }
  }
  if ($depth -gt 0) {
    foreach ($name in $key.GetSubKeyNames()) {
      $script:left--
      if ($script:left -le 0) {
        $script:whole = 0
        break
      }
      try {
        $below = $key.OpenSubKey($name, $false)
        if ($null -ne $below) {
          Walk $below ($depth - 1) $lines
          $below.Close()
        }
      } catch {
        $script:whole = 0
      }
    }
  }
}

function Shown($key, [string]$name) {
  $asIs = [Microsoft.Win32.RegistryValueOptions]::DoNotExpandEnvironmentNames
  $data = $key.GetValue($name, $null, $asIs)
  if ($null -eq $data) { return $null }
  $wide = [Text.Encoding]::Unicode
  switch ($key.GetValueKind($name).ToString()) {
    'DWord' { return 'dword:' + ([int]$data).ToString('x8', $invariant) }
    'QWord' { return 'hex(b):' + (Hex ([BitConverter]::GetBytes([int64]$data))) }
    'String' { return 'hex(1):' + (Hex ($wide.GetBytes([string]$data + "`0"))) }
    'ExpandString' { return 'hex(2):' + (Hex ($wide.GetBytes([string]$data + "`0"))) }
    'MultiString' {
      return 'hex(7):' + (Hex ($wide.GetBytes(([string[]]$data -join "`0") + "`0`0")))
    }
    'Binary' { return 'hex:' + (Hex $data) }
    default {
      if ($data -is [byte[]]) { return 'hex(0):' + (Hex $data) }
      return $null
    }
  }
}

function Hex([byte[]]$bytes) {
  return [BitConverter]::ToString($bytes).Replace('-', ',').ToLowerInvariant()
}

## A program of the system, ended with the time it may take.
function Run([int]$seconds, [string[]]$argv) {
  foreach ($word in $argv) { Rec "a $word" }
  $program = Real ([Environment]::GetEnvironmentVariable('SystemRoot') + '\System32\' + $argv[0])
  if (-not [IO.File]::Exists($program)) {
    Rec 'x M'
    return
  }
  $start = New-Object Diagnostics.ProcessStartInfo
  $start.FileName = $program
  $start.Arguments = Quoted $argv
  $start.UseShellExecute = $false
  $start.CreateNoWindow = $true
  $start.RedirectStandardInput = $true
  $start.RedirectStandardOutput = $true
  $start.RedirectStandardError = $true
  $kept = New-Object IO.MemoryStream
  $process = [Diagnostics.Process]::Start($start)
  try {
    $process.StandardInput.Close()
    $process.BeginErrorReadLine()
    $status = Await $process ($seconds * 1000) $kept
  } finally {
    if (-not $process.HasExited) { $process.Kill() }
    $process.Dispose()
  }
  Rec "x $status"
  Body ($kept.ToArray())
}

function Await($process, [int]$most, $kept) {
  $time = [Diagnostics.Stopwatch]::StartNew()
  $pipe = $process.StandardOutput.BaseStream
  $buffer = New-Object byte[] 65536
  $cut = ''
  while ($true) {
    $left = [int]($most - $time.ElapsedMilliseconds)
    $look = $pipe.BeginRead($buffer, 0, $buffer.Length, $null, $null)
    if ($left -le 0 -or -not $look.AsyncWaitHandle.WaitOne($left)) { return 'T' }
    $read = $pipe.EndRead($look)
    if ($read -le 0) { break }
    if ($kept.Length -lt 4194304) { $kept.Write($buffer, 0, $read) } else { $cut = '+' }
  }
  $left = [int][Math]::Max(1, $most - $time.ElapsedMilliseconds)
  if (-not $process.WaitForExit($left)) { return 'T' }
  return $process.ExitCode.ToString($invariant) + $cut
}

function Quoted([string[]]$argv) {
  $words = @()
  for ($i = 1; $i -lt $argv.Length; $i++) {
    $word = $argv[$i]
    if ($word -match '[\s"]') {
      $word = '"' + ($word.Replace('"', '\"') -replace '(\\+)$', '$1$1') + '"'
    }
    $words += $word
  }
  return $words -join ' '
}

## A backup that runs must not be disturbed by asking all writers.
function BackupRuns {
  $now = [DateTime]::UtcNow
  foreach ($path in (Find 'C:/WindowsAzure/Logs/Plugins/Microsoft.Azure.RecoveryServices.VMSnapshot/*/*.log')) {
    if (($now - [IO.File]::GetLastWriteTimeUtc((Real $path))).TotalMinutes -lt 15) { return $true }
  }
  return $false
}

function Words([Exception]$problem) {
  $cause = $problem.GetBaseException()
  if (-not ($cause -is [Net.Sockets.SocketException])) { return $cause.GetType().Name }
  switch ($cause.SocketErrorCode.ToString()) {
    'ConnectionRefused' { return 'Connection refused' }
    'TimedOut' { return 'timed out' }
    'HostUnreachable' { return 'No route to host' }
    'NetworkUnreachable' { return 'Network is unreachable' }
    'AccessDenied' { return 'Permission denied' }
    'HostNotFound' { return 'Name or service not known' }
    default { return $cause.SocketErrorCode.ToString() }
  }
}

function Connect([string]$name, [int]$port, [int]$seconds) {
  $client = New-Object Net.Sockets.TcpClient
  try {
    $look = $client.BeginConnect($name, $port, $null, $null)
    if (-not $look.AsyncWaitHandle.WaitOne($seconds * 1000)) { throw (New-Object TimeoutException) }
    $client.EndConnect($look)
    return $client
  } catch {
    $client.Close()
    throw
  }
}

function Tcp([int]$seconds, [string]$name, [int]$port) {
  $status = 0
  $said = ''
  try {
    (Connect $name $port $seconds).Close()
  } catch {
    $status = 1
    $said = Words $_.Exception
    if ($said -eq 'TimeoutException') { $status = 124 }
  }
  Rec "T $status $seconds $name $port"
  Body ($bytewise.GetBytes($said))
}

## First a + if there was a connection, as in the other script.
function Http([int]$seconds, [int]$most, [string]$name, [int]$port, [string]$path, [string]$headers) {
  $kept = New-Object IO.MemoryStream
  $said = ''
  $client = $null
  try {
    $client = Connect $name $port $seconds
    $kept.WriteByte(43)
    $pipe = $client.GetStream()
    $pipe.ReadTimeout = $seconds * 1000
    $ask = $bytewise.GetBytes("GET $path HTTP/1.0`r`nHost: $name`r`n${headers}Connection: close`r`n`r`n")
    $pipe.Write($ask, 0, $ask.Length)
    $buffer = New-Object byte[] 8192
    while ($kept.Length -lt $most + 8192) {
      $read = $pipe.Read($buffer, 0, $buffer.Length)
      if ($read -le 0) { break }
      $kept.Write($buffer, 0, $read)
    }
  } catch {
    $said = Words $_.Exception
    if ($said -eq 'TimeoutException') { $said = 'timed out' }
  } finally {
    if ($null -ne $client) { $client.Close() }
  }
  $answer = $bytewise.GetString($kept.ToArray())
  $end = $answer.IndexOf("`r`n`r`n", [StringComparison]::Ordinal)
  if ($most -eq 0 -and $end -gt 0) { $answer = $answer.Substring(0, $end + 4) }
  if ($answer.Length -le 1) { $answer += $said }
  Rec ('H {0} {1} http://{2}:{3}{4}' -f $seconds, (Seconds ([DateTime]::UtcNow)), $name, $port, $path)
  Body ($bytewise.GetBytes($answer))
}

function IsAzure {
  if ($AssumeAzure) { return $true }
  try {
    $firmware = 'HKEY_LOCAL_MACHINE\SYSTEM\CurrentControlSet\Services\mssmbios\Data'
    $table = [Microsoft.Win32.Registry]::GetValue($firmware, 'SMBiosData', $null)
    return $null -ne $table -and $bytewise.GetString($table).Contains('@TAG@')
  } catch {
    return $false
  }
}

$words = @WORDS@

function Questions {
@QUESTIONS@
}

try {
  $user = [Security.Principal.WindowsIdentity]::GetCurrent().User.Value
  Rec 'backup-diag-guest @VERSION@ windows'
  Rec ('i clock ' + (Seconds ([DateTime]::UtcNow)))
  Rec "i user $user"
  Questions
  Rec '.'
} catch {
  $out.Write('m ' + $_.Exception.GetBaseException().GetType().Name + "`n")
} finally {
  $out.Flush()
}
