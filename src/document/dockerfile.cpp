// SPDX-License-Identifier: Apache-2.0
// Dockerfiles as stages of instructions. Nothing is substituted: a value stands as it was written.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/nearest.h"
#include "base/text.h"
#include "document/dockerfile_lines.h"
#include "document/input.h"
#include "document/jsonc.h"

namespace readiness::document {
namespace {

/// How an instruction's value becomes its arguments.
enum class Arguments : std::uint8_t { exec_only, words, pairs, health, none };

struct Instruction {
  std::string_view name;
  Arguments arguments;
  bool has_flags;
};

constexpr std::array kInstructions{
    Instruction{"ADD", Arguments::words, true},
    Instruction{"ARG", Arguments::pairs, false},
    Instruction{"CMD", Arguments::exec_only, false},
    Instruction{"COPY", Arguments::words, true},
    Instruction{"ENTRYPOINT", Arguments::exec_only, false},
    Instruction{"ENV", Arguments::pairs, false},
    Instruction{"EXPOSE", Arguments::words, false},
    Instruction{"FROM", Arguments::words, true},
    Instruction{"HEALTHCHECK", Arguments::health, true},
    Instruction{"LABEL", Arguments::pairs, false},
    Instruction{"MAINTAINER", Arguments::none, false},
    Instruction{"ONBUILD", Arguments::none, false},
    Instruction{"RUN", Arguments::exec_only, true},
    Instruction{"SHELL", Arguments::exec_only, false},
    Instruction{"STOPSIGNAL", Arguments::words, false},
    Instruction{"USER", Arguments::words, false},
    Instruction{"VOLUME", Arguments::words, false},
    Instruction{"WORKDIR", Arguments::words, false},
};

const Instruction* known(std::string_view name) {
  const auto* const it = std::find_if(kInstructions.begin(), kInstructions.end(),
                                      [&](const Instruction& row) { return row.name == name; });
  return it == kInstructions.end() ? nullptr : it;
}

bool is_blank(char c) { return c == ' ' || c == '\t'; }

struct Word {
  std::string text{};  // quotes and escapes taken off
  std::size_t offset = 0;
  std::size_t end = 0;
};

// The word at or behind `from`; nothing when only white space is left.
std::optional<Word> word_at(std::string_view line, std::size_t from, char escape) {
  while (from < line.size() && is_blank(line[from])) ++from;
  if (from >= line.size()) return std::nullopt;
  Word word{.offset = from};
  char quote = 0;
  std::size_t i = from;
  for (; i < line.size() && (quote != 0 || !is_blank(line[i])); ++i) {
    const char c = line[i];
    const bool escapes = c == escape && quote != '\'' && i + 1 < line.size();
    if (escapes)
      word.text += line[++i];
    else if (quote == c)
      quote = 0;
    else if (quote == 0 && (c == '"' || c == '\''))
      quote = c;
    else
      word.text += c;
  }
  word.end = i;
  return word;
}

Node text_node(std::string text, base::Mark mark) {
  return {.type = Type::string, .text = std::move(text), .mark = mark};
}

void add_member(Node& object, std::string_view key, Node value) {
  const base::Mark mark = value.mark;
  object.members.push_back({.key = std::string(key), .key_mark = mark, .value = std::move(value)});
}

class Parser {
 public:
  Parser(const Input& input, const DockerfileLines& lines) : input_(input), lines_(lines) {}

  Documents parse() {
    for (const DockerfileLine& line : lines_.lines)
      if (auto problem = take(line)) return *problem;
    if (stages_.items.empty()) return input_.problem({}, "has no FROM instruction, so it is no Dockerfile");
    stages_.mark = stages_.items.front().mark;
    Node root{.type = Type::object, .mark = lines_.lines.front().mark_at(0)};
    arguments_.mark = root.mark;
    add_member(root, "stages", std::move(stages_));
    add_member(root, "arguments", std::move(arguments_));
    std::vector<Node> documents;
    documents.push_back(std::move(root));
    return documents;
  }

 private:
  using Problem = std::optional<base::Diagnostic>;

  Problem take(const DockerfileLine& line) {
    const std::size_t name_end = std::min(line.text.find_first_of(" \t"), line.text.size());
    std::string name = line.text.substr(0, name_end);
    std::transform(name.begin(), name.end(), name.begin(),
                   [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
    const Instruction* const kind = known(name);
    if (kind == nullptr) return unknown(name, line.mark_at(0));
    if (stages_.items.empty() && name != "FROM" && name != "ARG")
      return input_.problem(line.mark_at(0), fmt::format("{} stands before the first FROM", name));
    Node flags{.type = Type::object, .mark = line.mark_at(0)};
    const std::size_t value =
        kind->has_flags ? read_flags(line, name_end, flags) : skip_blanks(line.text, name_end);
    if (name == "FROM") return open_stage(line, value, flags);
    Node arguments = read_arguments(*kind, line, value);
    if (stages_.items.empty()) {
      for (Node& item : arguments.items) arguments_.items.push_back(std::move(item));
      return enough(line);
    }
    Node node{.type = Type::object, .mark = line.mark_at(0)};
    add_member(node, "name", text_node(std::move(name), node.mark));
    add_member(node, "value", text_node(value_text(line, value), line.mark_at(value)));
    add_member(node, "flags", std::move(flags));
    add_member(node, "arguments", std::move(arguments));
    nodes_ += 5;
    stages_.items.back().members.back().value.items.push_back(std::move(node));
    return enough(line);
  }

  Problem unknown(const std::string& name, base::Mark mark) {
    std::vector<std::string> names;
    for (const Instruction& row : kInstructions) names.emplace_back(row.name);
    return input_.problem(mark, fmt::format("'{}' is no Dockerfile instruction", base::shortened(name, 40)),
                          base::did_you_mean(name, names));
  }

  Problem enough(const DockerfileLine& line) const {
    if (nodes_ <= input_.limits.max_nodes) return std::nullopt;
    return input_.problem(line.mark_at(0), fmt::format("has more than {} values", input_.limits.max_nodes));
  }

  static std::size_t skip_blanks(std::string_view text, std::size_t from) {
    while (from < text.size() && is_blank(text[from])) ++from;
    return from;
  }

  // Returns where the value begins. A flag without '=' is true; one that is given again becomes an array.
  std::size_t read_flags(const DockerfileLine& line, std::size_t from, Node& flags) {
    from = skip_blanks(line.text, from);
    while (line.text.compare(from, 2, "--") == 0) {
      const Word word = *word_at(line.text, from, lines_.escape);
      from = skip_blanks(line.text, word.end);
      if (word.text == "--") break;
      const std::size_t equals = std::min(word.text.find('='), word.text.size());
      Node value = equals == word.text.size() ? Node{.type = Type::boolean, .boolean = true, .text = "true"}
                                              : text_node(word.text.substr(equals + 1), {});
      value.mark = line.mark_at(word.offset);
      add_flag(flags, word.text.substr(2, equals - 2), std::move(value));
    }
    return from;
  }

  void add_flag(Node& flags, const std::string& name, Node value) {
    ++nodes_;
    const auto it = std::find_if(flags.members.begin(), flags.members.end(),
                                 [&](const Member& member) { return member.key == name; });
    if (it == flags.members.end()) return add_member(flags, name, std::move(value));
    if (!it->value.is(Type::array)) {
      Node list{.type = Type::array, .mark = it->value.mark};
      list.items.push_back(std::move(it->value));
      it->value = std::move(list);
    }
    it->value.items.push_back(std::move(value));
  }

  static std::string value_text(const DockerfileLine& line, std::size_t from) {
    std::string text = line.text.substr(std::min(from, line.text.size()));
    return line.heredocs.empty() ? text : text + "\n" + line.heredocs;
  }

  Problem open_stage(const DockerfileLine& line, std::size_t from, const Node& flags) {
    const auto image = word_at(line.text, from, lines_.escape);
    if (!image) return input_.problem(line.mark_at(0), "FROM names no image");
    Node stage{.type = Type::object, .mark = line.mark_at(0)};
    add_member(stage, "image", text_node(image->text, line.mark_at(image->offset)));
    const auto as = word_at(line.text, image->end, lines_.escape);
    const auto name = as ? word_at(line.text, as->end, lines_.escape) : std::nullopt;
    if (as && (!base::same_word(as->text, "AS") || !name))
      return input_.problem(line.mark_at(as->offset), "after the image only 'AS name' may follow");
    if (name) add_member(stage, "name", text_node(name->text, line.mark_at(name->offset)));
    if (const Node* platform = flags.find("platform")) add_member(stage, "platform", *platform);
    add_member(stage, "instructions", Node{.type = Type::array, .mark = line.mark_at(0)});
    stages_.items.push_back(std::move(stage));
    nodes_ += 5;
    return enough(line);
  }

  Node read_arguments(const Instruction& kind, const DockerfileLine& line, std::size_t from) {
    Node list{.type = Type::array, .mark = line.mark_at(from)};
    switch (kind.arguments) {
      case Arguments::none:
        break;
      case Arguments::exec_only:
        read_exec(line, from, list);
        break;
      case Arguments::words:
        if (!read_exec(line, from, list)) read_words(line, from, list);
        break;
      case Arguments::pairs:
        read_pairs(line, from, list);
        break;
      case Arguments::health:
        if (const auto word = word_at(line.text, from, lines_.escape)) {
          add_argument(list, word->text, line.mark_at(word->offset));
          read_exec(line, skip_blanks(line.text, word->end), list);
        }
        break;
    }
    return list;
  }

  void add_argument(Node& list, std::string text, base::Mark mark) {
    ++nodes_;
    list.items.push_back(text_node(std::move(text), mark));
  }

  // The exec form: a JSON array of strings. What is no such array is the shell form.
  bool read_exec(const DockerfileLine& line, std::size_t from, Node& list) {
    const std::string_view value = std::string_view(line.text).substr(std::min(from, line.text.size()));
    if (!value.starts_with('[') || without_comments(value)) return false;
    Documents json = parse_json({.text = value, .file = input_.file, .limits = input_.limits});
    if (!json) return false;
    std::vector<Node>& items = json->front().items;
    if (!std::all_of(items.begin(), items.end(), [](const Node& n) { return n.is(Type::string); }))
      return false;
    for (Node& item : items) {
      const std::size_t offset = item.mark.column - 1;  // a joined line has no breaks
      add_argument(list, std::move(item.text), line.mark_at(from + offset));
    }
    return true;
  }

  void read_words(const DockerfileLine& line, std::size_t from, Node& list) {
    for (auto word = word_at(line.text, from, lines_.escape); word;
         word = word_at(line.text, word->end, lines_.escape))
      add_argument(list, std::move(word->text), line.mark_at(word->offset));
  }

  // NAME=VALUE…, or the old `ENV NAME all the rest`, which is told in the same way.
  void read_pairs(const DockerfileLine& line, std::size_t from, Node& list) {
    const auto first = word_at(line.text, from, lines_.escape);
    if (!first) return;
    const std::size_t rest = skip_blanks(line.text, first->end);
    const bool is_old = first->text.find('=') == std::string::npos && rest < line.text.size() &&
                        !base::same_word(std::string_view(line.text).substr(0, 3), "ARG");
    if (!is_old) return read_words(line, from, list);
    add_argument(list, first->text + "=" + line.text.substr(rest), line.mark_at(first->offset));
  }

  const Input& input_;
  const DockerfileLines& lines_;
  Node stages_{.type = Type::array};
  Node arguments_{.type = Type::array};
  std::size_t nodes_ = 0;
};

}  // namespace

Documents parse_dockerfile(const Input& input) {
  const base::Result<DockerfileLines> lines = dockerfile_lines(input);
  if (!lines) return lines.errors();
  return Parser(input, *lines).parse();
}

}  // namespace readiness::document
