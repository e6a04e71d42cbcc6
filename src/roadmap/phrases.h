// SPDX-License-Identifier: Apache-2.0
// Which checks the words of a claim are about, by the phrases, title and id that each check declares.
#pragma once
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "checks/verdict.h"

namespace readiness::roadmap {

/// Words without the endings that do not change what they are about: "limits", "limiting" → "limit".
std::string stem_of(std::string_view word);

struct Word {
  std::string stem{};
  bool weighs = false;  ///< not one of "the", "implement", "(2-3 days)" …
};
std::vector<Word> words_of(std::string_view text);

struct Match {
  std::vector<std::size_t> verdicts{};  ///< indices, each once, in order
  double share = 0;       ///< of the claim's words that weigh: how much of it all the phrases speak of
  double best_share = 0;  ///< the same for the one check that speaks of most
  bool lists = false;     ///< the claim joins several things: "logs and metrics", "logs + metrics"
};

class PhraseBook {
 public:
  explicit PhraseBook(const checks::Verdicts& verdicts);
  Match match(std::string_view text) const;

 private:
  struct Phrase {
    std::vector<std::string> stems{};
    std::size_t verdict = 0;
  };
  void add(std::string_view phrase, std::size_t verdict);
  std::unordered_map<std::string, std::vector<Phrase>> by_first_{};
};

}  // namespace readiness::roadmap
