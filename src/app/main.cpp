// SPDX-License-Identifier: Apache-2.0
// The program: everything it does is in run.h.
#include "app/process.h"
#include "app/run.h"

int main(int argc, char** argv) { readiness::app::end_process(readiness::app::run(argc, argv)); }
