// SPDX-License-Identifier: Apache-2.0
// Text to trees, one row a format; bounded in size, depth and nodes, never throwing.
#pragma once
#include <string_view>
#include <vector>

#include "base/result.h"
#include "document/node.h"

namespace readiness::document {

enum class Format : std::uint8_t { yaml, json, toml, ini, properties, dotenv, xml, dockerfile };

/// Bounds that keep a hostile file from taking the machine; beyond them parsing fails with a reason.
struct Limits {
  std::size_t max_bytes = 1 << 20;  ///< of the text; callers raise it for JSON
  std::size_t max_nodes = 200'000;  ///< after alias expansion
  std::size_t max_depth = 64;
};

/// The documents of a text: one for most formats, any number for YAML streams (those that hold only comments
/// are left out). Scalars follow YAML 1.2's core schema, RFC 8259, TOML 1.0; `json` also takes comments and
/// trailing commas (JSONC).
///
/// - INI: {section: {key: value}}, keys before the first section at the top. Properties and dotenv: {key:
/// value}.
/// - XML: an element is {"name", "attributes": {…}, "text", "children": […]}; the root element is the
/// document.
/// - Dockerfile: {"stages": [{"image", "name", "platform", "instructions": [{"name", "value", "flags": {…},
///   "arguments": […]}]}], "arguments": [ARG before the first FROM]}. Names are upper case, continued lines
///   joined, heredocs kept in "value"; "name" and "platform" of a stage are there when written. "arguments"
///   is the exec form's list; else the words of COPY, EXPOSE …, NAME=VALUE of ENV, ARG, LABEL; empty for RUN
///   and CMD in shell form. A flag without '=' is true, one that is given twice an array.
///
/// A key that is given twice is an error in YAML and TOML; elsewhere the last one counts, as in the programs
/// that read those files. Errors carry `file`, line, column and the offending line.
base::Result<std::vector<Node>> parse(Format format, std::string_view text, std::string_view file,
                                      const Limits& limits = {});

/// A Helm template (Go text/template over YAML) as far as it can be read: lines that hold only actions are
/// dropped, actions inside a value become the scalar "{{}}". Line numbers stay true. Fails where the rest is
/// no YAML.
base::Result<std::vector<Node>> parse_helm_template(std::string_view text, std::string_view file,
                                                    const Limits& limits = {});

}  // namespace readiness::document
