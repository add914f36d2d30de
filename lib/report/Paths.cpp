//===- Paths.cpp - File names relative and as URIs --------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
#include "report/Paths.h"
#include "report/Report.h"
#include "llvm/ADT/StringExtras.h"

using llvm::StringRef;

namespace lockorder {

std::string relativeTo(StringRef File, StringRef Root) {
  StringRef Rest = File;
  Root = Root.rtrim('/').empty() && !Root.empty() ? "/" : Root.rtrim('/');
  if (Root.empty() || !Rest.consume_front(Root))
    return File.str();
  // "/src/linux-6" is not below "/src/linux".
  if (Root != "/" && !Rest.consume_front("/"))
    return File.str();
  return Rest.empty() ? File.str() : Rest.str();
}

std::string encodePath(StringRef Path) {
  std::string Uri;
  for (char C : Path) {
    if (llvm::isAlnum(C) || StringRef("/-._~!$&'()*+,;=@").contains(C)) {
      Uri += C;
      continue;
    }
    auto Byte = static_cast<unsigned char>(C);
    Uri += '%';
    Uri += llvm::hexdigit(Byte >> 4);
    Uri += llvm::hexdigit(Byte & 15);
  }
  return Uri;
}

std::string folderUri(StringRef Folder) { return "file://" + encodePath(Folder.rtrim('/')) + "/"; }

} // namespace lockorder
