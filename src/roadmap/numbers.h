// SPDX-License-Identifier: Apache-2.0
// Numbers that a roadmap states about today, held against what the audit counted and scored.
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "roadmap/phrases.h"
#include "roadmap/verification.h"

namespace readiness::roadmap {

class Numbers {
 public:
  /// Both must outlive it.
  Numbers(const Audited& audited, const PhraseBook& book);
  /// "37 TODO comments" against the findings of the one check that counts them.
  std::optional<Judgement> count(const Claim& claim) const;
  /// "60 %" of the readiness as a whole, of a category, or of what one check goes through.
  std::optional<Judgement> share(const Claim& claim) const;

 private:
  struct Name {
    std::vector<std::string> stems{};
    std::size_t category = 0;
  };
  const score::Category* category_of(const Claim& claim) const;
  std::optional<Judgement> share_of_check(const Claim& claim) const;
  Judgement judged(const Claim& claim, Number number, std::string_view of_what) const;

  const Audited& audited_;
  const PhraseBook& book_;
  std::vector<Name> names_{};  ///< by which people call categories
};

}  // namespace readiness::roadmap
