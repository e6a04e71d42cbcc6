// SPDX-License-Identifier: Apache-2.0
#include "app/completion.h"

#include <fmt/format.h>

#include "base/text.h"

namespace readiness::app {
namespace {

using Commands = std::vector<CommandWords>;

/// For between single quotes, in all three shells.
std::string quoted(std::string_view text, bool fish = false) {
  std::string out = "'";
  for (const char c : text) {
    if (c == '\'')
      out += fish ? "\\'" : "'\\''";
    else if (c == '\\' && fish)
      out += "\\\\";
    else
      out += c;
  }
  return out + "'";
}

bool takes_files(std::string_view value) {
  return value.find("PATH") != std::string_view::npos || value.find("FILE") != std::string_view::npos;
}
bool takes_revisions(std::string_view value) { return value.starts_with("REV"); }

std::string parent_of(std::string_view name) {
  const std::size_t blank = name.rfind(' ');
  return std::string(blank == std::string_view::npos ? std::string_view() : name.substr(0, blank));
}
std::string last_of(std::string_view name) { return std::string(name.substr(name.rfind(' ') + 1)); }

std::vector<const CommandWords*> below(const Commands& commands, std::string_view parent) {
  std::vector<const CommandWords*> out;
  for (const CommandWords& command : commands)
    if (!command.name.empty() && parent_of(command.name) == parent) out.push_back(&command);
  return out;
}

/// The lines of a `case` that follow the words from command to command.
std::string steps(const Commands& commands) {
  std::string out;
  for (const CommandWords& command : commands)
    if (!command.name.empty())
      out += fmt::format("      {}) command={} ;;\n",
                         quoted(parent_of(command.name) + " " + last_of(command.name)), quoted(command.name));
  return out;
}

/// The lines of a `case` over "command:option in front": what stands behind an option that takes a value.
template <typename Line>
std::string values(const Commands& commands, Line line) {
  std::string out;
  for (const CommandWords& command : commands)
    for (const OptionWords& option : command.options) {
      if (option.value.empty()) continue;
      std::string patterns;
      for (const std::string& name : option.names)
        patterns += (patterns.empty() ? "" : "|") + quoted(command.name + ":" + name);
      out += fmt::format("    {}) {}; return ;;\n", patterns, line(option));
    }
  return out;
}

/// Behind "rules" stands a command of its own, behind "completion" a shell, elsewhere there may be files.
bool has_files(const Commands& commands, const CommandWords& command) {
  return !command.name.empty() && command.arguments.empty() && below(commands, command.name).empty();
}

std::string words_of(const Commands& commands, const CommandWords& command) {
  std::vector<std::string> out;
  for (const CommandWords* sub : below(commands, command.name)) out.push_back(last_of(sub->name));
  out.insert(out.end(), command.arguments.begin(), command.arguments.end());
  for (const OptionWords& option : command.options)
    out.insert(out.end(), option.names.begin(), option.names.end());
  return base::joined(out, " ");
}

std::string bash(const Commands& commands) {
  std::string out = R"(# bash completion for readiness: source <(readiness completion bash)
_readiness() {
  local current=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} command='' words='' files='' i
  COMPREPLY=()
  # Bash makes words of their own of the equals sign in --option=value.
  if [[ $current == '=' ]]; then
    current=''
  elif [[ $before == '=' ]]; then
    before=${COMP_WORDS[COMP_CWORD-2]}
  fi
  for ((i = 1; i < COMP_CWORD; i++)); do
    case "$command ${COMP_WORDS[i]}" in
)";
  out += steps(commands);
  out += "    esac\n  done\n  case \"$command:$before\" in\n";
  out += values(commands, [](const OptionWords& option) -> std::string {
    if (!option.choices.empty())
      return fmt::format("COMPREPLY=($(compgen -W {} -- \"$current\"))",
                         quoted(base::joined(option.choices, " ")));
    if (takes_revisions(option.value))
      return "COMPREPLY=($(compgen -W \"$(git for-each-ref --format='%(refname:short)' 2>/dev/null)\" -- "
             "\"$current\"))";
    return takes_files(option.value) ? "COMPREPLY=($(compgen -f -- \"$current\"))" : ":";
  });
  out += "  esac\n  case \"$command\" in\n";
  for (const CommandWords& command : commands)
    out += fmt::format("    {}) words={}{} ;;\n", quoted(command.name), quoted(words_of(commands, command)),
                       has_files(commands, command) ? " files=1" : "");
  out += R"(  esac
  COMPREPLY=($(compgen -W "$words" -- "$current"))
  [[ $current == -* || -z $files ]] || COMPREPLY+=($(compgen -f -- "$current"))
}
complete -o filenames -F _readiness readiness
)";
  return out;
}

/// "word:what it is": a colon of the text is escaped.
std::string described(std::string_view word, std::string_view about) {
  std::string text;
  for (const char c : about) text += c == ':' ? std::string("\\:") : std::string(1, c);
  return quoted(fmt::format("{}:{}", word, text));
}

std::string zsh(const Commands& commands) {
  std::string out = R"(#compdef readiness
# zsh completion for readiness: readiness completion zsh > "${fpath[1]}/_readiness"
_readiness() {
  local command='' files='' word before=${words[CURRENT-1]}
  local -a choices
  for word in "${(@)words[2,CURRENT-1]}"; do
    case "$command $word" in
)";
  out += steps(commands);
  out +=
      "    esac\n  done\n  if [[ $PREFIX == --*=* ]]; then\n    before=${PREFIX%%=*}\n    compset -P '*='\n  "
      "fi\n"
      "  case \"$command:$before\" in\n";
  out += values(commands, [](const OptionWords& option) -> std::string {
    if (!option.choices.empty()) {
      std::string all;
      for (const std::string& choice : option.choices) all += " " + quoted(choice);
      return "compadd --" + all;
    }
    if (takes_revisions(option.value))
      return "compadd -- ${(f)\"$(git for-each-ref --format='%(refname:short)' 2>/dev/null)\"}";
    return takes_files(option.value) ? "_files" : "_message " + quoted(option.value);
  });
  out += "  esac\n  case \"$command\" in\n";
  for (const CommandWords& command : commands) {
    out += fmt::format("    {}) choices=(\n", quoted(command.name));
    for (const CommandWords* sub : below(commands, command.name))
      out += "      " + described(last_of(sub->name), sub->about) + "\n";
    for (const std::string& argument : command.arguments) out += "      " + described(argument, "") + "\n";
    for (const OptionWords& option : command.options)
      for (const std::string& name : option.names) out += "      " + described(name, option.about) + "\n";
    out += has_files(commands, command) ? "    ) files=1 ;;\n" : "    ) ;;\n";
  }
  out += R"(  esac
  _describe 'readiness' choices
  [[ $PREFIX == -* || -z $files ]] || _files
}
if [[ ${funcstack[1]} == _readiness ]]; then
  _readiness "$@"
else
  compdef _readiness readiness
fi
)";
  return out;
}

std::string fish_condition(std::string_view name) {
  if (name.empty()) return "__fish_use_subcommand";
  std::string out;
  for (const std::string_view word : base::split(name, ' '))
    out += (out.empty() ? "" : "; and ") + std::string("__fish_seen_subcommand_from ") + std::string(word);
  return out;
}

std::string fish_option(const OptionWords& option) {
  std::string out;
  for (const std::string& name : option.names)
    out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
  if (option.value.empty()) return out;
  if (!option.choices.empty()) return out + " -x -a " + quoted(base::joined(option.choices, " "), true);
  if (takes_revisions(option.value))
    return out + " -x -a '(git for-each-ref --format=\"%(refname:short)\" 2>/dev/null)'";
  return out + (takes_files(option.value) ? " -r -F" : " -x");
}

std::string fish(const Commands& commands) {
  std::string out = "# fish completion for readiness: readiness completion fish | source\n";
  for (const CommandWords& command : commands) {
    const std::string condition = quoted(fish_condition(command.name));
    for (const CommandWords* sub : below(commands, command.name))
      out += fmt::format("complete -c readiness -n {} -f -a {} -d {}\n", condition, last_of(sub->name),
                         quoted(sub->about, true));
    if (!command.arguments.empty())
      out += fmt::format("complete -c readiness -n {} -f -a {}\n", condition,
                         quoted(base::joined(command.arguments, " "), true));
    for (const OptionWords& option : command.options)
      out += fmt::format("complete -c readiness -n {}{} -d {}\n", condition, fish_option(option),
                         quoted(option.about, true));
  }
  return out;
}

}  // namespace

const std::vector<std::string>& shells() {
  static const std::vector<std::string> kShells{"bash", "zsh", "fish"};
  return kShells;
}

std::string completion_script(std::string_view shell, const Commands& commands) {
  return shell == "zsh" ? zsh(commands) : shell == "fish" ? fish(commands) : bash(commands);
}

}  // namespace readiness::app
