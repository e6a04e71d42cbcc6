// SPDX-License-Identifier: Apache-2.0
// Shapes first (templates, references, masks, sequences), then words. Each rule must be all but impossible
// for random characters, because a dropped secret is worse than a shown placeholder.
#include "scan/placeholder.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <vector>

#include "base/text.h"

namespace readiness::scan {
namespace {

using namespace std::string_view_literals;

// Longer values are keys or documents; words and runs happen in them by chance.
constexpr std::size_t kLongestWithWords = 120;

// Seven letters and more: wherever they stand, even in the middle of a token (AKIAIOSFODNN7EXAMPLE).
constexpr std::array kTellingParts{"changeme"sv,   "changethis"sv,   "placeholder"sv, "example"sv,
                                   "replaceme"sv,  "replacethis"sv,  "redacted"sv,    "yourtoken"sv,
                                   "yoursecret"sv, "yourpassword"sv, "yourapikey"sv,  "notreal"sv,
                                   "notasecret"sv, "notsecret"sv,    "donotuse"sv,    "insertyour"sv,
                                   "enteryour"sv,  "deadbeef"sv,     "foobarbaz"sv,   "loremipsum"sv};

// As a word of its own: `your-key`, `FAKE_TOKEN`, `<insert here>`.
constexpr std::array kTellingWords{
    "your"sv,    "yours"sv,   "fake"sv,   "dummy"sv,   "sample"sv,  "mock"sv,       "mocked"sv, "todo"sv,
    "fixme"sv,   "tbd"sv,     "insert"sv, "replace"sv, "xxx"sv,     "masked"sv,     "hidden"sv, "foo"sv,
    "omitted"sv, "removed"sv, "snip"sv,   "foobar"sv,  "invalid"sv, "nonexistent"sv};

// A value of nothing but these says what belongs there: `my-secret-token`, `test_api_key`, `admin123`.
constexpr std::array kPlainWords{
    "a"sv,         "abc"sv,        "access"sv,     "account"sv,    "add"sv,         "admin"sv,
    "an"sv,        "and"sv,        "any"sv,        "api"sv,        "app"sv,         "application"sv,
    "auth"sv,      "bar"sv,        "base"sv,       "basic"sv,      "baz"sv,         "bearer"sv,
    "blah"sv,      "blank"sv,      "bot"sv,        "change"sv,     "client"sv,      "code"sv,
    "config"sv,    "cookie"sv,     "cred"sv,       "credential"sv, "credentials"sv, "creds"sv,
    "database"sv,  "db"sv,         "default"sv,    "demo"sv,       "dev"sv,         "development"sv,
    "empty"sv,     "encryption"sv, "enter"sv,      "env"sv,        "environment"sv, "existing"sv,
    "false"sv,     "file"sv,       "foo"sv,        "for"sv,        "from"sv,        "generate"sv,
    "generated"sv, "get"sv,        "goes"sv,       "guest"sv,      "has"sv,         "hello"sv,
    "here"sv,      "hex"sv,        "host"sv,       "id"sv,         "in"sv,          "incorrect"sv,
    "is"sv,        "it"sv,         "jwt"sv,        "key"sv,        "keys"sv,        "local"sv,
    "localhost"sv, "login"sv,      "long"sv,       "master"sv,     "me"sv,          "my"sv,
    "mysql"sv,     "name"sv,       "new"sv,        "nil"sv,        "no"sv,          "none"sv,
    "not"sv,       "null"sv,       "oauth"sv,      "of"sv,         "old"sv,         "or"sv,
    "pass"sv,      "passphrase"sv, "passwd"sv,     "password"sv,   "passwords"sv,   "postgres"sv,
    "private"sv,   "prod"sv,       "production"sv, "public"sv,     "put"sv,         "pwd"sv,
    "qux"sv,       "random"sv,     "real"sv,       "redis"sv,      "refresh"sv,     "required"sv,
    "root"sv,      "salt"sv,       "secret"sv,     "secrets"sv,    "secure"sv,      "server"sv,
    "service"sv,   "session"sv,    "set"sv,        "shared"sv,     "short"sv,       "too"sv,
    "should"sv,    "signing"sv,    "some"sv,       "something"sv,  "staging"sv,     "string"sv,
    "super"sv,     "test"sv,       "tester"sv,     "testing"sv,    "tests"sv,       "text"sv,
    "that"sv,      "the"sv,        "this"sv,       "to"sv,         "token"sv,       "tokens"sv,
    "true"sv,      "undefined"sv,  "unknown"sv,    "use"sv,        "user"sv,        "username"sv,
    "value"sv,     "values"sv,     "var"sv,        "variable"sv,   "very"sv,        "webhook"sv,
    "with"sv,      "world"sv,      "wrong"sv,      "xyz"sv,        "yes"sv,         "you"sv};

// The value is read from elsewhere.
constexpr std::array kReferences{
    "process.env"sv, "os.environ"sv,    "os.getenv"sv,      "getenv("sv,  "env("sv,        "env["sv,
    "env."sv,        "system.getenv"sv, "secrets."sv,       "vars."sv,    "var."sv,        "local."sv,
    "data."sv,       "module."sv,       "config."sv,        "config["sv,  "config("sv,     "settings."sv,
    "self."sv,       "this."sv,         "options."sv,       "opts."sv,    "args."sv,       "params."sv,
    "params["sv,     "props."sv,        "req."sv,           "request."sv, "import.meta"sv, "vault:"sv,
    "vault://"sv,    "op://"sv,         "ref+"sv,           "arn:aws:"sv, "file://"sv,     "${"sv,
    "keyvault"sv,    "ssm://"sv,        "secretsmanager"sv, "sops:"sv,    "!ref"sv,        "!vault"sv};

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return is_lower(c) || is_upper(c); }

template <typename Table>
bool is_one_of(const Table& table, std::string_view word) {
  return std::find(table.begin(), table.end(), word) != table.end();
}

bool wrapped(std::string_view v, std::string_view open, std::string_view close) {
  return v.size() > open.size() + close.size() && v.starts_with(open) && v.ends_with(close);
}

// ${VAR} {{ var }} <%= var %> %VAR% <your key> [key] {key} __KEY__ @@KEY@@ %s %(name)s $VAR
bool is_template(std::string_view v) {
  for (const std::string_view mark :
       {"${"sv, "{{"sv, "$("sv, "<%"sv, "#{"sv, "{%"sv, "%("sv, "$["sv, "@{"sv}) {
    if (v.find(mark) != std::string_view::npos) return true;
  }
  if (wrapped(v, "<", ">") || wrapped(v, "%", "%") || wrapped(v, "[", "]") || wrapped(v, "{", "}") ||
      wrapped(v, "__", "__") || wrapped(v, "@@", "@@") || wrapped(v, "@", "@")) {
    return true;
  }
  if (v == "%s" || v == "%d" || v == "{}" || v == "..." || v == "…") return true;
  const auto is_name = [](char c) { return is_letter(c) || is_digit(c) || c == '_' || c == ':' || c == '.'; };
  return v.size() > 1 && v[0] == '$' && (is_letter(v[1]) || v[1] == '_') &&
         std::all_of(v.begin() + 1, v.end(), is_name);
}

bool is_reference(std::string_view lower) {
  return std::any_of(kReferences.begin(), kReferences.end(),
                     [&](std::string_view start) { return lower.starts_with(start); });
}

// xxxx-xxxx, 0000, ****: one character (two in long values), separators apart.
bool has_few_characters(std::string_view v) {
  std::bitset<256> seen;
  std::size_t count = 0;
  for (const char c : v) {
    if (std::string_view("-_ .:/").find(c) != std::string_view::npos && v.size() > 4) continue;
    seen.set(static_cast<unsigned char>(c));
    ++count;
  }
  return seen.count() <= 1 || (count >= 12 && seen.count() <= 2);
}

// K1f......, AIzaXXXXXX, ab****: somebody covered the rest. Other runs must make up half of the value, as
// base64 and numbers in tokens have them, too.
bool has_mask(std::string_view v) {
  std::size_t run = 1;
  for (std::size_t i = 1; i <= v.size(); ++i) {
    if (i < v.size() && v[i] == v[i - 1]) {
      ++run;
      continue;
    }
    const bool masks = std::string_view("xX*.#").find(v[i - 1]) != std::string_view::npos;
    if (masks ? run >= 4 : run >= 6 && run * 2 >= v.size()) return true;
    run = 1;
  }
  return v.find("…") != std::string_view::npos || v.find("••") != std::string_view::npos;
}

// abcd1234efgh5678, 0123456789abcdef: most of it counts up, down or stands still.
bool is_sequence(std::string_view lower) {
  std::size_t covered = 0;
  std::size_t counted = 0;
  for (std::size_t i = 0; i < lower.size();) {
    std::size_t end = i + 1;
    const int step = end < lower.size() ? lower[end] - lower[i] : 9;
    const auto goes_on = [&] {
      const int next = lower[end] - lower[end - 1];
      return next == step || (step == 1 && ((lower[end - 1] == '9' && lower[end] == '0') ||
                                            (lower[end - 1] == '9' && lower[end] == 'a')));
    };
    if (step >= -1 && step <= 1) {
      while (end < lower.size() && goes_on()) ++end;
    }
    const std::size_t length = end - i;
    const bool plain = is_letter(lower[i]) || is_digit(lower[i]);
    if (plain) counted += length;
    if (plain && length >= 4) covered += length;
    i = end;
  }
  return counted >= 4 && covered * 10 >= counted * 6;
}

// Words in small letters: split at everything else, at aB and between letters and digits. Digits are left
// out.
std::vector<std::string> words_of(std::string_view v) {
  std::vector<std::string> words;
  std::string word;
  const auto end_word = [&] {
    if (!word.empty()) words.push_back(base::lower(word));
    word.clear();
  };
  for (std::size_t i = 0; i < v.size(); ++i) {
    if (!is_letter(v[i])) {
      end_word();
      continue;
    }
    if (!word.empty() && is_upper(v[i]) && is_lower(v[i - 1])) end_word();
    word += v[i];
  }
  end_word();
  return words;
}

// `mysecretkey` is my + secret + key.
bool is_made_of_plain_words(std::string_view word) {
  std::vector<bool> reachable(word.size() + 1, false);
  reachable[0] = true;
  for (std::size_t from = 0; from < word.size(); ++from) {
    if (!reachable[from]) continue;
    const auto step = [&](std::string_view plain) {
      if (word.substr(from).starts_with(plain)) reachable[from + plain.size()] = true;
    };
    std::for_each(kPlainWords.begin(), kPlainWords.end(), step);
    std::for_each(kTellingWords.begin(), kTellingWords.end(), step);
  }
  return reachable[word.size()];
}

// What people put behind a word: nothing, a digit, 123, a year.
bool are_plain_digits(std::string_view digits) {
  return digits.size() <= 1 || std::string_view("0123456789").find(digits) != std::string_view::npos ||
         (digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20")));
}

// TRAVEL_API_KEY, telegram-api-token: the name of what belongs there.
bool is_name_of_secret(std::string_view v, const std::vector<std::string>& words) {
  constexpr std::array kNouns{"key"sv,      "keys"sv,   "token"sv, "secret"sv,
                              "password"sv, "passwd"sv, "pwd"sv,   "credentials"sv};
  const auto fits = [](char c) { return is_letter(c) || c == '_' || c == '-' || c == ' '; };
  return words.size() >= 2 && is_one_of(kNouns, words.back()) && std::all_of(v.begin(), v.end(), fits) &&
         (std::none_of(v.begin(), v.end(), is_lower) || std::none_of(v.begin(), v.end(), is_upper));
}

bool says_what_belongs_there(std::string_view v, std::string_view lower) {
  if (v.size() > kLongestWithWords) return false;
  std::string unseparated;
  std::string digits;
  for (const char c : lower) {
    if (is_letter(c) || is_digit(c)) unseparated += c;
    if (is_digit(c)) digits += c;
  }
  const auto stands_in = [&](std::string_view part) { return unseparated.find(part) != std::string::npos; };
  if (std::any_of(kTellingParts.begin(), kTellingParts.end(), stands_in)) return true;
  const std::vector<std::string> words = words_of(v);
  if (words.empty()) return false;
  const auto tells = [](const std::string& word) { return is_one_of(kTellingWords, word); };
  if (std::any_of(words.begin(), words.end(), tells) || is_name_of_secret(v, words)) return true;
  return are_plain_digits(digits) && std::all_of(words.begin(), words.end(), is_made_of_plain_words);
}

}  // namespace

bool is_placeholder(std::string_view value) {
  const std::string_view v = base::trimmed(value);
  if (v.empty() || is_template(v)) return true;
  const std::string lower = base::lower(v);
  if (is_reference(lower)) return true;
  if (v.size() <= kLongestWithWords && (has_few_characters(v) || has_mask(v) || is_sequence(lower)))
    return true;
  return says_what_belongs_there(v, lower);
}

}  // namespace readiness::scan
