#compdef verbale
# Completes verbale in zsh: source <(verbale completion zsh)
_verbale() {
  if (( CURRENT == 2 )); then
    local -a commands=(@DESCRIBED@)
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
@CASES@
  esac
}
if [[ $funcstack[1] = _verbale ]]; then _verbale "$@"; else compdef _verbale verbale; fi
