#!/bin/sh
# Asks a Linux guest what backup-diag asks, and writes the answers to standard output. It writes
# nothing else, changes nothing, and sends nothing anywhere. Made by: @MADE@
#
#   sudo sh collect.sh | gzip >guest.txt.gz     then     backup-diag diagnose --bundle guest.txt.gz
#
# --assume-azure asks Azure's own addresses also where no hardware tag says that this is Azure.
## Each record is a line that begins with a letter or a sign; its content follows in lines that
## begin with |. Until the sed at the end, a record begins with the byte 2 instead, and content
## holds no such byte: nothing that is read can pass for a record.
set -u
IFS=
LC_ALL=C
QUOTING_STYLE=literal
PATH=${PATH:-/usr/bin:/bin}:/usr/sbin:/sbin:/usr/bin:/bin:/usr/local/bin
export LC_ALL QUOTING_STYLE PATH
N='
'
M=$(printf '\002')
CUT=$(printf '\001')
R=${BACKUP_DIAG_ROOT-}
BIG=@BIG@
RAW=@RAW@
K=
AZURE=n
[ "${1-}" = --assume-azure ] && AZURE=y

have() { command -v "$1" >/dev/null 2>&1; }
rec() { printf "$M%s\n" "$1"; }
## In the background, so that the end of the time is heard at once.
bg() {
  "$@" </dev/null 2>/dev/null &
  K=$!
  wait "$K"
}
raw() {
  tr '\000\002' '\001\001'
  printf '\n'
}
denied() { rec "! $1" && printf 'Permission denied\n'; }
## Why a path shows nothing: a folder above it is closed, or it is not there.
gone() {
  up=$1
  while [ -n "$up" ]; do
    up=${up%/*}
    if [ -d "$R$up/" ]; then
      if [ -x "$R$up/" ]; then rec "- $1"; else denied "$1"; fi
      return
    fi
  done
  rec "- $1"
}
if stat -c %s / >/dev/null 2>&1; then
  lst() { stat -c "${M}s %f %u %g %s %Y %N" -- "$@"; }
  flw() { stat -L -c "${M}z %s %Y %n" -- "$@"; }
  size() { stat -L -c %s -- "$1" 2>/dev/null; }
else
  lst() { ls -ldn -- "$@" | sed "s/^/${M}l /"; }
  flw() { ls -ldnL -- "$@" | sed "s/^/${M}m /"; }
  size() { wc -c <"$1" 2>/dev/null | tr -d ' '; }
fi
TIMEOUT=n
timeout -s KILL 5 true 2>/dev/null && TIMEOUT=y
## Without timeout, or with an odd one: a watcher that does not outlive what it watches.
lim() {
  t=$1
  shift
  if [ "$TIMEOUT" = y ]; then
    timeout -s KILL "$t" "$@"
    return
  fi
  "$@" </dev/null &
  k=$!
  after "$t" KILL "$k" >/dev/null 2>&1 &
  w=$!
  wait "$k"
  c=$?
  kill "$w" 2>/dev/null
  return "$c"
}
after() {
  z=
  trap '[ -n "$z" ] && kill "$z"; exit' TERM
  sleep "$1" &
  z=$!
  wait "$z"
  kill -"$2" "$3"
}

## Paths one by one: what each is, or that it is not there.
paths() {
  n=$#
  while [ "$n" -gt 0 ]; do
    if [ -e "$R$1" ] || [ -L "$R$1" ]; then set -- "$@" "$R$1"; else gone "$1"; fi
    shift
    n=$((n - 1))
  done
  [ $# -gt 0 ] && bg lst "$@"
}
## All that a glob matches, handed to a command: match MOST GLOB COMMAND...
match() {
  m=$1 g=$2 whole=1 any=
  shift 2
  case ${g##*/} in
    '*'*) hidden=${g%/*}/.[!.]${g##*/} ;;
    *) hidden= ;;
  esac
  for p in $R$g ${hidden:+$R$hidden}; do
    case $p in *"$N"*) continue ;; esac
    [ -e "$p" ] || [ -L "$p" ] || continue
    [ "$m" -gt 0 ] || { whole=0 && break; }
    m=$((m - 1)) any=y
    set -- "$@" "$p"
  done
  if [ -n "$any" ]; then
    rec "G $whole $g"
    "$@"
    return
  fi
  up=${g%%[*?]*}
  up=${up%/*}
  if [ ! -d "$R$up/" ]; then
    gone "$g"
    return
  fi
  why=$(ls -a -- "$R$up/" 2>&1 >/dev/null)
  if [ -n "$why" ]; then
    rec "! $g" && printf '%s' "$why" | raw
  else
    rec "G 1 $g"
  fi
}
list() { match "$1" "$2" bg lst; }
files() { match "$1" "$3" heads "$2"; }
heads() {
  b=$1
  shift
  bg lst "$@"
  for f; do content "$b" "${f#"$R"}"; done
}
## Of each folder the file with the highest number in its name.
newest() { match 2000 "$2" highest "$1"; }
highest() {
  b=$1 folder='' best='' top=-1
  shift
  bg lst "$@"
  for f; do
    if [ "${f%/*}" != "$folder" ]; then
      [ -n "$best" ] && content "$b" "${best#"$R"}"
      folder=${f%/*} best='' top=-1
    fi
    n=${f##*/}
    n=${n%"${n##*[0-9]}"}
    n=${n##*[!0-9]}
    [ -n "$n" ] && [ ${#n} -lt 18 ] || continue
    [ "$n" -gt "$top" ] && top=$n best=$f
  done
  [ -n "$best" ] && content "$b" "${best#"$R"}"
}
## Processes: names and arguments are read without a process each where that is possible. Arguments
## of other programs than agent and extension may be secret: of those only the name leaves.
procs() { match "$1" "$3" args "$2"; }
args() {
  b=$1
  shift
  for f; do
    l='' end=
    if read -r l 2>/dev/null <"$f"; then end=$N; elif [ -z "$l" ]; then continue; fi
    rec "f $b ${f#"$R"}"
    if [ "$b" -gt 512 ]; then
      case $l in
        *[Aa]gent* | *VMSnapshot* | *safefreeze*) raw <"$f" ;;
        *) raw <"$f" | sed "1s/$CUT.*/$CUT/;1q" ;;
      esac
    else
      case $l in *"$M"*) l= ;; esac
      printf '%s\n' "$l$end"
    fi
  done 2>/dev/null
}
## Whether a regular file can be read; else what it is.
open() {
  if [ -f "$R$1" ]; then
    [ -r "$R$1" ] && return 0
    denied "$1"
  elif [ -e "$R$1" ] || [ -L "$R$1" ]; then
    rec "o $1"
  else
    gone "$1"
  fi
  return 1
}
content() {
  open "$2" || return 0
  bg flw "$R$2"
  if [ "$1" -gt 64 ]; then
    rec "f $1 $2"
    bg head "$1" "$R$2"
  elif have od; then
    rec "b $1 $2"
    bg hex "$1" "$R$2"
  fi
}
head() { command head -c "$1" -- "$2" | raw; }
hex() { command head -c "$1" -- "$2" | od -An -v -tx1; }
## The end of a log; of a long one its last part, and lines before that hold words of interest.
log() {
  open "$2" || return 0
  bg flw "$R$2"
  n=$(size "$R$2")
  long "$1" "${n:-0}" "$2"
}
long() {
  n=$2
  [ "$1" -lt "$n" ] && n=$1
  if [ "$2" -le "$BIG" ] || ! have awk; then
    [ "$n" -gt "$BIG" ] && n=$RAW
    rec "t $n $2 $3"
    bg part $(($2 - n + 1)) "$n" "$R$3"
  else
    rec "g $n $2 $3"
    bg excerpt $(($2 - n + 1)) "$n" "$R$3" "$W" '^(\[[0-9]+\] )?[0-9][0-9][0-9][0-9][-/]'
  fi
}
part() { slice "$@" && printf '\n'; }
slice() { tail -c "+$1" -- "$3" | command head -c "$2" | tr '\000\002' '\001\001'; }
excerpt() {
  {
    slice "$1" "$2" "$3" | grep -nF "$4" | sed 's/:.*//'
    printf '#\n'
    slice "$1" "$2" "$3"
  } | awk -v raw=$(($2 - RAW)) -v first="$5" '
    !reading { if ($0 == "#") reading = 1; else wanted[$0] = 1; next }
    { line++; bytes += length($0) + 1 }
    bytes > raw { print line ":" $0; next }
    $0 ~ first { kept = 0; shown = 0 }
    shown { if (shown++ < 200) print line ":" $0; next }
    { if (kept < 50) record[++kept] = line ":" $0 }
    line in wanted { for (i = 1; i <= kept; i++) print record[i]; shown = 1 }'
}
## The database of packages: only what it says of the agent.
package() {
  open "$2" || return 0
  n=$(size "$R$2")
  if [ "${n:-0}" -le "$BIG" ] || ! have awk; then
    content "$1" "$2"
  else
    rec "g $n $n $2"
    RAW=0
    bg excerpt 1 "$n" "$R$2" "Package: waagent${N}Package: walinuxagent" '^Package:'
    RAW=@RAW@
  fi
}
room() {
  if [ -e "$R$1" ]; then rec "d $1" && bg left "$R$1"; else gone "$1"; fi
}
left() {
  lim 3 df -Pk -- "$1" && lim 3 df -Pi -- "$1"
}
cmd() {
  t=$1
  shift
  for a; do rec "a $a"; done
  if have "$1"; then
    rec y
    {
      c=$({ {
        lim "$t" "$@"
        printf %s "$?" >&4
      } | command head -c 262144 | raw >&3; } 4>&1)
    } 3>&1
    case $c in 124 | 137) c=T ;; esac
    rec "x $c"
  else
    rec "x M"
  fi
}

## A folder with all folders above it, and where links lead.
way() {
  norm "$1"
  hops=0
  while [ "$hops" -lt 8 ]; do
    hops=$((hops + 1)) at='' rest=${O#/} link=''
    while [ -n "$rest" ]; do
      at=$at/${rest%%/*}
      case $rest in */*) rest=${rest#*/} ;; *) rest= ;; esac
      paths "$at"
      [ -z "$link" ] && [ -L "$R$at" ] && link=$at behind=$rest
    done
    [ -n "$link" ] || return 0
    to=$(readlink "$R$link") || return 0
    case $to in /*) ;; *) to=${link%/*}/$to ;; esac
    norm "$to/$behind"
  done
}
norm() {
  O= rest=$1/
  while [ -n "$rest" ]; do
    e=${rest%%/*} rest=${rest#*/}
    case $e in '' | .) ;; ..) O=${O%/*} ;; *) O=$O/$e ;; esac
  done
}
each() {
  while read -r v; do
    case $v in *[*?[\\]*) ;; *) "$@" "$v" ;; esac
  done
}
lib() {
  v=$(sed -n 's/^ *Lib\.Dir *= *"*//p' "$R/etc/waagent.conf" 2>/dev/null | sed -n 's/[" ]*\(#.*\)*$//;$p')
  norm "$v"
  case $v in *[*?[\\]*) O=/var/lib/waagent ;; /*) ;; *) O=/var/lib/waagent ;; esac
  printf '%s' "$O"
}
mounts() {
  [ -r "$R/proc/self/mountinfo" ] || return 0
  awk '{ for (i = 7; i < NF && $i != "-"; i++);
    if ($(i + 1) ~ /^(ext3|ext4|xfs|btrfs)$/ && $(i + 2) !~ /^\/dev\/loop/) print $5 }' \
    "$R/proc/self/mountinfo" 2>/dev/null | sort -u
}
lockers() {
  sed -n 's/^[0-9]*: [A-Z]* *[A-Z]* *WRITE *\([0-9]\{1,10\}\) .*/\1/p' "$R/proc/locks" | sort -u | sed 200q
}
agents() {
  grep -lE 'waagent|WALinuxAgent' "$R"/proc/[0-9]*/cmdline | sed 's|/cmdline$||;s|.*/||;10q'
}
variables() {
  sed -n 's/^[ 	]*EnvironmentFile= *-*//p' "$R"/etc/systemd/system/wa*agent.service \
    "$R"/usr/lib/systemd/system/wa*agent.service "$R"/lib/systemd/system/wa*agent.service \
    "$R"/etc/systemd/system/wa*agent.service.d/*.conf |
    sed -n '/^\/etc\/environment$/p;/^\/etc\/default\/[A-Za-z0-9_.-]*$/p;/^\/etc\/sysconfig\/[A-Za-z0-9_.-]*$/p' | sort -u
}
script_configs() {
  sed -n 's/^ *plugin[Cc]onfig[Pp]ath0 *[=:] *//p' "$R/etc/azure/VMSnapshotPluginHost.conf" \
    "$R$LIB"/Microsoft.Azure.RecoveryServices.VMSnapshotLinux-*/main/VMSnapshotPluginHost.conf |
    sed -n '/^\//p' | sort -u | sed 5q
}
scripts() {
  { script_configs && printf '/etc/azure/VMSnapshotScriptPluginConfig.json\n'; } | sort -u | each said
}
said() {
  tr ',{}' '\n\n\n' <"$R$1" | sed -n 's/^[^"]*"[a-z]*ScriptLocation"[^"]*"\(\/[^"]*\)".*/\1/p'
}
storage() {
  for p in "$R$LIB"/Microsoft.Azure.RecoveryServices.VMSnapshotLinux-*/config/*.settings; do
    tr '"' '\n' <"$p" | sed -n 's|^https:[\\/]*\([A-Za-z0-9-]*\.blob\.[A-Za-z0-9.-]*\).*|\1|p' | sed 1q
  done | tr '[:upper:]' '[:lower:]' | sort -u | sed 3q
}
## Of the environment of a process the names, and of proxies the values.
environ() {
  open "/proc/$2/environ" || return 0
  rec "f $1 /proc/$2/environ"
  tr '\000\002' '\n\001' <"$R/proc/$2/environ" |
    sed '/^[A-Za-z_]*[Pp][Rr][Oo][Xx][Yy]=/!s/=.*/=/' | tr '\n' '\001'
  printf '\n'
}

## Without bash no address is asked: what other tools say of a failure is not clear enough.
tcp() {
  have bash || return 0
  o=$(lim "$1" bash -c 'exec 3<>"/dev/tcp/$0/$1"' "$2" "$3" 2>&1 >/dev/null)
  c=$?
  rec "T $c $1 $2 $3" && printf '%s' "$o" | raw
}
## http SECONDS BYTES HOST PORT PATH HEADERS: first a + if there was a connection.
http() {
  have bash || return 0
  o=$(lim "$1" bash -c 'exec 3<>"/dev/tcp/$0/$1" && printf + &&
    printf "GET %s HTTP/1.0\r\nHost: %s\r\n%bConnection: close\r\n\r\n" "$2" "$0" "$3" >&3 &&
    if [ "$4" = 0 ]; then while read -r l && [ "${l%?}" ]; do printf "%s\n" "$l"; done; else cat; fi <&3' \
    "$3" "$4" "$5" "$6" "$2" 2>&1 | tr '\000\002' '\001\001' | command head -c $(($2 + 8192)))
  rec "H $1 $(date +%s) http://$3:$4$5" && printf '%s\n' "$o"
}
is_azure() {
  [ "$AZURE" = y ] && return 0
  v=
  read -r v 2>/dev/null <"$R/sys/class/dmi/id/chassis_asset_tag"
  [ "$v" = @TAG@ ]
}

W='@WORDS@'
@QUESTIONS@

main() {
  P=$(exec sh -c 'echo $PPID')
  trap 'printf "\n" && rec "m stopped after @TIME@ s" && kill -9 "$K"; exit' TERM
  after @TIME@ TERM "$P" </dev/null >/dev/null 2>&1 &
  A=$!
  rec "backup-diag-guest @VERSION@ linux"
  rec "i clock $(date +%s)"
  rec "i user $(id -u)"
  LIB=$(lib)
  L=/var/lib/waagent
  in_lib
  if [ "$LIB" != "$L" ]; then
    L=$LIB
    in_lib
  fi
  way "$LIB"
  questions
  is_azure && network
  kill "$A" 2>/dev/null
  rec .
}

main 2>/dev/null | sed @CUTS@ \
  -e 's/^/|/' -e "s/^|$M//" ${R:+-e "/^[szlm] /s#$R/#/#"} | command head -c @MOST@
