//===- Checks.cpp - The table of checks -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "checks/Checks.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/BLAKE3.h"

namespace lockorder {

std::vector<Finding> checkLockOrder(const CheckInput &);

const std::vector<Check> &allChecks() {
  static const std::vector<Check> Table = {
      {"lock-order",
       "LO1001",
       "Locks are taken in orders that can deadlock",
       "Two or more paths take the same locks in different orders. If they run at the same time, "
       "each can "
       "hold the lock that the next one waits for, for ever. Take the locks in one order "
       "everywhere, drop "
       "the first lock before taking the second, or use a trylock and back off.",
       {833, 667},
       checkLockOrder},
  };
  return Table;
}

std::string fingerprint(llvm::StringRef CheckName, std::vector<std::string> Locks,
                        std::vector<std::string> Functions) {
  llvm::sort(Locks);
  llvm::sort(Functions);
  llvm::BLAKE3 Hash;
  auto Add = [&](llvm::StringRef Text) {
    Hash.update(Text);
    Hash.update(llvm::StringRef("\0", 1));
  };
  Add(CheckName);
  for (const std::string &L : Locks)
    Add(L);
  Add("");
  for (const std::string &F : Functions)
    Add(F);
  return llvm::toHex(Hash.final<16>(), /*LowerCase=*/true);
}

} // namespace lockorder
