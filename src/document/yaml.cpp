// SPDX-License-Identifier: Apache-2.0
// The one file that knows yaml-cpp. The guest gets one document at a time and hands back events; its own loop
// over a stream's documents can run for ever, and its node tree knows neither limits nor cycles.
#include <fmt/format.h>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

#include <algorithm>
#include <istream>
#include <streambuf>

#include "base/text.h"
#include "document/input.h"
#include "document/yaml_scalar.h"
#include "document/yaml_stream.h"
#include "document/yaml_tree.h"

namespace readiness::document {
namespace {

struct GivenUp {};       // the tree has the reason
struct TextAfterEnd {};  // events after the document's end

/// Reads a view without copying it.
class ViewBuffer : public std::streambuf {
 public:
  explicit ViewBuffer(std::string_view text) {
    char* const begin = const_cast<char*>(text.data());  // streambuf wants it so; nothing writes
    setg(begin, begin, begin + text.size());
  }
};

/// yaml-cpp's events, handed on with our marks and types.
class Events : public YAML::EventHandler {
 public:
  Events(YamlTree& tree, const YamlPiece& piece) : tree_(tree), piece_(piece) {}

  base::Mark place(const YAML::Mark& mark) const {
    return {piece_.first_line + static_cast<std::uint32_t>(std::max(mark.line, 0)),
            static_cast<std::uint32_t>(std::max(mark.column, 0) + 1)};
  }

  void OnDocumentStart(const YAML::Mark& mark) override {
    start_ = mark;
    if (is_finished_) throw TextAfterEnd{};
  }
  void OnDocumentEnd() override { is_finished_ = true; }
  void OnNull(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    keep(tree_.scalar({.text = null_spelling(mark), .mark = place(mark)}, anchor));
  }
  void OnAlias(const YAML::Mark& mark, YAML::anchor_t anchor) override {
    keep(tree_.alias(anchor, place(mark)));
  }
  void OnScalar(const YAML::Mark& mark, const std::string& tag, YAML::anchor_t anchor,
                const std::string& value) override {
    Node node = tag == "?"   ? core_schema_scalar(value)
                : tag == "!" ? Node{.type = Type::string, .text = value}
                             : tagged_scalar(tag, value);
    node.mark = place(mark);
    keep(tree_.scalar(std::move(node), anchor));
  }
  void OnSequenceStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                       YAML::EmitterStyle::value) override {
    keep(tree_.open(Type::array, anchor, place(mark)));
  }
  void OnSequenceEnd() override { keep(tree_.close()); }
  void OnMapStart(const YAML::Mark& mark, const std::string&, YAML::anchor_t anchor,
                  YAML::EmitterStyle::value) override {
    keep(tree_.open(Type::object, anchor, place(mark)));
  }
  void OnMapEnd() override { keep(tree_.close()); }
  const YAML::Mark& start() const { return start_; }

 private:
  void keep(bool went_well) {
    if (!went_well) throw GivenUp{};
  }

  // The guest does not say whether null was written as nothing, "~" or a word.
  std::string null_spelling(const YAML::Mark& mark) const {
    const auto from = static_cast<std::size_t>(std::max(mark.pos, 0));
    if (from >= piece_.text.size()) return {};
    const std::string_view rest = piece_.text.substr(from);
    for (const std::string_view word : {"null", "Null", "NULL", "~"})
      if (rest.starts_with(word)) return std::string(word);
    return {};
  }

  YamlTree& tree_;
  const YamlPiece& piece_;
  YAML::Mark start_;
  bool is_finished_ = false;
};

bool is_indented_by_tab(std::string_view line) {
  const std::size_t content = line.find_first_not_of(" \t");
  return content != std::string_view::npos && line.substr(0, content).find('\t') != std::string_view::npos;
}

// yaml-cpp says "illegal map value" about most mistakes; the common causes are told apart here.
std::string hint_for(std::string_view line) {
  if (is_indented_by_tab(line)) return "YAML is indented with spaces, never with tabs";
  if (line.find("{{") != std::string_view::npos || line.find("{%") != std::string_view::npos)
    return "templates are YAML only after they were rendered; quote '{{ … }}'";
  const std::size_t colon = line.find(": ");
  if (colon != std::string_view::npos && line.find(": ", colon + 2) != std::string_view::npos)
    return "text with ': ' in it must be quoted";
  return {};
}

base::Diagnostic syntax_problem(const Input& input, base::Mark mark, const std::string& message) {
  base::Diagnostic problem = input.problem(mark, fmt::format("is no valid YAML: {}", message));
  problem.hint = hint_for(problem.source_line);
  return problem;
}

base::Result<Node> parse_piece(const Input& input, const YamlPiece& piece, YamlTree& tree) {
  Events events(tree, piece);
  ViewBuffer buffer(piece.text);
  std::istream stream(&buffer);
  try {
    YAML::Parser parser(stream);
    parser.HandleNextDocument(events);
    parser.HandleNextDocument(events);  // once more, to see whether something is left; its first event throws
  } catch (const GivenUp&) {
    return tree.problem();
  } catch (const TextAfterEnd&) {
    return syntax_problem(input, events.place(events.start()), "this belongs to nothing above it");
  } catch (const YAML::Exception& failure) {
    return syntax_problem(input, events.place(failure.mark), base::shortened(failure.msg, 200));
  }
  tree.finish();
  return tree.take();
}

// A lone \r is a line break in YAML, but not to yaml-cpp.
std::string with_line_feeds(std::string_view text) {
  std::string out(text);
  for (std::size_t i = 0; i < out.size(); ++i)
    if (out[i] == '\r' && (i + 1 == out.size() || out[i + 1] != '\n')) out[i] = '\n';
  return out;
}

// Tag handles are looked up one by one; nobody writes more than two.
constexpr std::size_t kMostDirectives = 32;

Documents parse_stream(const Input& input) {
  std::vector<Node> documents;
  YamlTree tree(input);
  for (const YamlPiece& piece : yaml_pieces(input.text)) {
    if (piece.directives > 0 && !piece.has_marker)
      return input.problem({piece.first_line, 1}, "a directive must be followed by a line with '---'");
    if (piece.directives > kMostDirectives)
      return input.problem({piece.first_line, 1}, "has too many directives");
    if (const std::optional<std::size_t> at = hopeless_depth(piece.text))
      return input.problem(
          MarkCursor(input.text).at(static_cast<std::size_t>(piece.text.data() - input.text.data()) + *at),
          fmt::format("is nested more than {} levels deep", input.limits.max_depth));
    base::Result<Node> document = parse_piece(input, piece, tree);
    if (!document) return document.errors();
    documents.push_back(std::move(*document));
  }
  return documents;
}

}  // namespace

Documents parse_yaml(const Input& input) {
  if (input.text.find('\r') == std::string_view::npos) return parse_stream(input);
  const std::string text = with_line_feeds(input.text);
  return parse_stream({.text = text,
                       .file = input.file,
                       .limits = input.limits,
                       .tolerates_duplicates = input.tolerates_duplicates});
}

}  // namespace readiness::document
