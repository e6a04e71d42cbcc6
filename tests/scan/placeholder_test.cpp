// SPDX-License-Identifier: Apache-2.0
// Values that anybody sees are none, and values that only look a bit like it.
#include "scan/placeholder.h"

#include <catch2/catch.hpp>
#include <string>

using readiness::scan::is_placeholder;

TEST_CASE("templates and references stand for a value") {
  for (const char* value : {"${DB_PASSWORD}", "{{ vault_token }}", "<your key>", "%API_KEY%", "$SECRET",
                            "[your key]", "#{token}", "__TOKEN__", "@@TOKEN@@", "<%= ENV['KEY'] %>",
                            "process.env.API_KEY", "os.environ[\"KEY\"]", "secrets.DEPLOY_TOKEN",
                            "var.db_password", "op://vault/item", "%(password)s", "%s", "{}", "$(cat key)"}) {
    INFO(value);
    CHECK(is_placeholder(value));
  }
}

TEST_CASE("masks, repeats and counted sequences stand for a value") {
  for (const char* value :
       {"xxxx", "xxxxxxxx-xxxx-xxxx", "********", "sk_live_xxxxxxxxxxxx", "AIzaXXXXXXXXXXXXXXXX", "K1f......",
        "0000000000", "00000000-0000-0000-0000-000000000000", "1234567890", "abcdefghijkl",
        "abcd1234efgh5678ijkl", "0123456789abcdef0123456789abcdef", "ab…", "aaaaaaaaaaaaaaaaNRAL"}) {
    INFO(value);
    CHECK(is_placeholder(value));
  }
}

TEST_CASE("words say what belongs there") {
  for (const char* value : {"changeme",
                            "CHANGE_ME",
                            "change-this",
                            "placeholder",
                            "your-api-key",
                            "YOUR_SECRET_HERE",
                            "AKIAIOSFODNN7EXAMPLE",
                            "mysecretkey",
                            "my-secret-token",
                            "test_api_key",
                            "password123",
                            "somefakekey",
                            "insert token here",
                            "TODO",
                            "dummy",
                            "telegram_api_token",
                            "TRAVEL_API_KEY",
                            "user@example.com",
                            "redacted",
                            "<insert>",
                            "",
                            "   "}) {
    INFO(value);
    CHECK(is_placeholder(value));
  }
}

TEST_CASE("random values and real passwords are no placeholders") {
  for (const char* value :
       {"hT7vQz19LmWx", "9f86d081884c7d659a2feaa0c55ad015", "Tr0ub4dor&3", "correct-horse-battery",
        "ghu_aGgfQ52sImE9zwWxKcjt", "xK9f2mQpL8vR3nTz", "s3cr3t!Kittens", "summer-rain-47",
        "AAAAAAAAAAAAAAAAAAAAAMLhe0uSeid2BULvsea4JtiGRiSDSJSI3D",
        "b3BlbnNzaC1rZXktdjEAAAAABG5vbmUAAAAEbm9uZQAAAAAAAAABAAAAlw==",
        "xoxa-2-511111111-31111111111-e039d02840a0b9379c", "4f1c0d3e-92ab-47d0-8c55-1b6e07f3a9d2",
        "kx8exampl3e", "hunter2"}) {
    INFO(value);
    CHECK_FALSE(is_placeholder(value));
  }
}
