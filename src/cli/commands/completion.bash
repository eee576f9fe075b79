# Completes verbale in bash: source <(verbale completion bash)
_verbale() {
  local current="${COMP_WORDS[COMP_CWORD]}" before="${COMP_WORDS[COMP_CWORD-1]}" command='' words='' files='' at
  if [ "$current" = = ]; then current=''
  elif [ "$before" = = ]; then before="${COMP_WORDS[COMP_CWORD-2]}"
  fi
  for ((at = 1; at < COMP_CWORD; at++)); do
    case "${COMP_WORDS[at]}" in @PATTERN@) command="${COMP_WORDS[at]}"; break ;; esac
  done
  COMPREPLY=()
  case "$command:$before" in
@VALUES@
  esac
  [ -n "$words$files" ] || case "$command:$current" in
    :-*) words='--help --version' ;;
    :*) words='@COMMANDS@' ;;
@REST@
  esac
  [ -z "$words" ] || COMPREPLY=($(compgen -W "$words" -- "$current"))
}
complete -o bashdefault -o default -F _verbale verbale
