//===- KernelModel.cpp - What the kernel's functions and macros mean ------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "kernel/KernelModel.h"
#include "base/Error.h"
#include "kernel/LinuxYaml.h"
#include "kernel/ModelReader.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/BLAKE3.h"
#include "llvm/Support/MemoryBuffer.h"
#include <algorithm>

namespace lockorder {
namespace {

/// Hashes the inputs such that moving a byte from one file to the next changes the result.
class InputDigest {
public:
  void add(llvm::StringRef Text) {
    Hash.update(std::to_string(Text.size()) + ":");
    Hash.update(Text);
  }
  std::string hex() { return llvm::toHex(Hash.final<32>(), /*LowerCase=*/true); }

private:
  llvm::BLAKE3 Hash;
};

llvm::Error readInto(KernelModel &Model, llvm::StringRef Text, llvm::StringRef Name) {
  llvm::Expected<YamlNode> Root = parseYaml(Text, Name);
  if (!Root)
    return Root.takeError();
  return ModelReader(Model, Name).read(*Root);
}

} // namespace

llvm::Expected<KernelModel> KernelModel::load(const std::vector<std::string> &Files) {
  KernelModel Model;
  InputDigest Digest;
  llvm::StringRef BuiltIn(LinuxYaml, LinuxYamlSize);
  Digest.add(BuiltIn);
  if (llvm::Error E = readInto(Model, BuiltIn, "linux.yaml"))
    return E;
  for (const std::string &File : Files) {
    auto Buffer = llvm::MemoryBuffer::getFile(File, /*IsText=*/true);
    if (!Buffer)
      return makeError(File + ": cannot be read: " + Buffer.getError().message() +
                       "; give an existing file to --model");
    Digest.add((*Buffer)->getBuffer());
    if (llvm::Error E = readInto(Model, (*Buffer)->getBuffer(), File))
      return E;
  }
  Model.Digest = Digest.hex();
  return Model;
}

llvm::Expected<KernelModel> KernelModel::parse(llvm::StringRef Text, llvm::StringRef Name) {
  KernelModel Model;
  InputDigest Digest;
  Digest.add(Text);
  if (llvm::Error E = readInto(Model, Text, Name))
    return E;
  Model.Digest = Digest.hex();
  return Model;
}

const Api *KernelModel::find(llvm::StringRef Name) const {
  auto It = Apis.find(Name);
  return It == Apis.end() ? nullptr : &It->second;
}

const RootMacro *KernelModel::findRootMacro(llvm::StringRef Name) const {
  auto It = RootMacros.find(Name);
  return It == RootMacros.end() ? nullptr : &It->second;
}

bool KernelModel::hasNarrower(llvm::StringRef PseudoLock) const {
  for (const auto &Entry : Apis)
    for (const ApiEffect &What : Entry.second.Effects)
      if (What.Kind == EffectKind::Wait && What.Nest && What.Object.Global == PseudoLock)
        return true;
  return false;
}

llvm::StringRef KernelModel::leafGroup(llvm::StringRef Function) const {
  if (auto It = LeafNames.find(Function); It != LeafNames.end())
    return It->second;
  // The longest prefix is the one that was meant. What stands before a name and after a prefix of
  // it, begins with that prefix, too: so does what it has in common with the name.
  for (std::string Begin = Function.str(); !Begin.empty();) {
    auto It = LeafPrefixes.upper_bound(Begin);
    if (It == LeafPrefixes.begin())
      break;
    const auto &[Prefix, Group] = *std::prev(It);
    if (llvm::StringRef(Begin).starts_with(Prefix))
      return Group;
    Begin.resize(static_cast<size_t>(
        std::mismatch(Begin.begin(), Begin.end(), Prefix.begin(), Prefix.end()).first -
        Begin.begin()));
  }
  return "";
}

bool KernelModel::isGenericRecord(llvm::StringRef Tag) const {
  return GenericRecords.contains(Tag);
}

bool KernelModel::isWrappingField(llvm::StringRef Record, llvm::StringRef Field) const {
  return llvm::any_of(WrappingFields,
                      [&](const auto &P) { return P.second == Field && P.first == Record; });
}

const std::vector<std::pair<std::string, std::string>> &KernelModel::countFields() const {
  return CountFields;
}

std::vector<const Api *> KernelModel::apis() const {
  std::vector<const Api *> All;
  for (const auto &Entry : Apis)
    All.push_back(&Entry.second);
  llvm::sort(All, [](const Api *A, const Api *B) { return A->Name < B->Name; });
  return All;
}

} // namespace lockorder
