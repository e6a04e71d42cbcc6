// SPDX-License-Identifier: Apache-2.0
// The fields of each struct of rulepack/model.h in their order, for writing and reading alike. A field that
// is added there does not compile here until it is named.
#pragma once
#include <concepts>
#include <type_traits>

#include "rulepack/model.h"

namespace readiness::embed {

template <typename T, typename Struct>
concept Is = std::same_as<std::remove_const_t<T>, Struct>;

void fields_of(auto& archive, Is<base::Mark> auto& mark) {
  auto& [line, column] = mark;
  archive(line, column);
}

void fields_of(auto& archive, Is<rulepack::Place> auto& place) {
  auto& [file, mark] = place;
  archive(file, mark);
}

void fields_of(auto& archive, Is<rulepack::Text> auto& text) {
  auto& [value, place] = text;
  archive(value, place);
}

void fields_of(auto& archive, Is<rulepack::DocumentProbe> auto& probe) {
  auto& [kinds, query, where_text, where_has, where_has_not, captures] = probe;
  archive(kinds, query, where_text, where_has, where_has_not, captures);
}

void fields_of(auto& archive, Is<rulepack::CommitProbe> auto& probe) {
  auto& [ever, older_than_days] = probe;
  archive(ever, older_than_days);
}

void fields_of(auto& archive, Is<rulepack::Narrowing> auto& narrowing) {
  auto& [languages, roles, paths, not_paths, kinds, max_size, unless, with, near, value_not, entropy_group,
         entropy_min, checksum, drop_placeholders, distinct, secret, in_files, not_in_files, scope, use,
         label] = narrowing;
  archive(languages, roles, paths, not_paths, kinds, max_size, unless, with, near, value_not, entropy_group,
          entropy_min, checksum, drop_placeholders, distinct, secret, in_files, not_in_files, scope, use,
          label);
}

void fields_of(auto& archive, Is<rulepack::Expression> auto& expression) {
  auto& [op, place, operands, name, patterns, document, commit, narrowing] = expression;
  archive(op, place, operands, name);
  if (op < rulepack::Operator::path) return;  // the others are empty
  archive(patterns, document, commit, narrowing);
}

void fields_of(auto& archive, Is<rulepack::Probe> auto& probe) {
  auto& [name, place, expression, digest] = probe;
  archive(name, place, expression, digest);
}

void fields_of(auto& archive, Is<rulepack::Trait> auto& trait) {
  auto& [name, place, title, about, expression, digest] = trait;
  archive(name, place, title, about, expression, digest);
}

void fields_of(auto& archive, Is<rulepack::Relation> auto& relation) {
  auto& [kind, place, operands, path, expression, by, as_path] = relation;
  archive(kind, place, operands, path, expression, by, as_path);
}

void fields_of(auto& archive, Is<rulepack::Effort> auto& effort) {
  auto& [min_hours, max_hours, each_min_hours, each_max_hours, by_count] = effort;
  archive(min_hours, max_hours, each_min_hours, each_max_hours, by_count);
}

void fields_of(auto& archive, Is<rulepack::Check> auto& check) {
  auto& [id, pack, place, title, priority, confidence, preview, disabled, per_unit, impact, risk, why, owner,
         na_reason, tasks, create, update, after, references, tags, phrases, options, snippet,
         snippet_language, effort, when, when_text, form, require, partial, forbid, each, excused_by,
         without_items, among, must, allow, worst, worst_per_kloc, pass_at, partial_at, items, distinct_items, tests,
         field_origins, digest] = check;
  archive(id, pack, place, title, priority, confidence, preview, disabled, per_unit, impact, risk, why, owner,
          na_reason, tasks, create, update, after, references, tags, phrases, options, snippet,
          snippet_language, effort, when, when_text, form, require, partial, forbid, each, excused_by,
          without_items, among, must, allow, worst, worst_per_kloc, pass_at, partial_at, items, distinct_items);
  (void)tests;  // see packed_book.h
  archive(field_origins, digest);
}

void fields_of(auto& archive, Is<rulepack::Pack> auto& pack) {
  auto& [name, title, about, owner, place, probes, traits, checks] = pack;
  archive(name, title, about, owner, place, probes, traits, checks);
}

void fields_of(auto& archive, Is<rulepack::Weights> auto& weights) {
  auto& [critical, high, medium, low, heuristic_factor] = weights;
  archive(critical, high, medium, low, heuristic_factor);
}

void fields_of(auto& archive, Is<rulepack::Sources> auto& sources) {
  auto& [names, texts] = sources;
  (void)texts;  // see packed_book.h
  archive(names);
}

void fields_of(auto& archive, Is<rulepack::RuleBook> auto& book) {
  auto& [sources, packs, weights] = book;
  archive(sources, packs, weights);
}

}  // namespace readiness::embed
