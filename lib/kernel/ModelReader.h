//===- ModelReader.h - From YAML to the kernel model ------------*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// Reads one file into a model, which may already hold others: entries replace those of the same
// name. Strict: every word that is not in the schema (the comment at the top of linux.yaml) is an
// error that says where and what would be allowed. Methods return false after the first error, and
// stop.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "kernel/KernelModel.h"
#include "kernel/YamlTree.h"
#include "llvm/ADT/ArrayRef.h"
#include "llvm/ADT/StringSet.h"

namespace lockorder {

class ModelReader {
public:
  ModelReader(KernelModel &Model, llvm::StringRef FileName) : Model(Model), FileName(FileName) {}

  llvm::Error read(const YamlNode &Root);

private:
  using Names = std::vector<std::pair<std::string, const YamlNode *>>;

  // Sections
  bool readRoot(const YamlNode &Root);
  bool readApi(const YamlNode &Entry);
  bool readRootMacro(const YamlNode &Entry);
  bool readLeaves(const YamlNode &Group);
  bool readCallbacks(const YamlNode &Entry);
  bool readRecords(const YamlNode &List, llvm::StringRef Key, llvm::StringMap<bool> &Into);
  bool readFields(const YamlNode &List, llvm::StringRef Key,
                  std::vector<std::pair<std::string, std::string>> &Into);
  bool readPrelude(const YamlNode &List, llvm::StringRef Key);
  bool readRemove(const YamlNode &List);

  // One effect (ReadEffect.cpp)
  bool readEffect(const YamlNode &Map, ApiEffect &Effect);
  bool readAttribute(const YamlNode &Key, const YamlNode &Value, ApiEffect &Effect);
  bool checkEffect(const YamlNode &Map, const ApiEffect &Effect);
  bool readSubclass(const YamlNode &Key, const YamlNode &Value, ApiEffect &Effect);
  bool readObject(const YamlNode &Key, const YamlNode &Value, ApiObject &Object);
  bool readArgument(const YamlNode &Key, const YamlNode &Value, unsigned &Index);
  bool readPath(const YamlNode &Key, const YamlNode &Value, llvm::StringRef Path,
                ApiObject &Object);
  template <typename Enum>
  bool readWord(const YamlNode &Key, const YamlNode &Value, llvm::ArrayRef<Enum> Allowed,
                Enum &Into);

  // Building blocks
  static bool isIdentifier(llvm::StringRef Text);
  bool each(const YamlNode &List, llvm::StringRef Key, bool (ModelReader::*Read)(const YamlNode &));
  bool readNames(const YamlNode &List, llvm::StringRef Key, Names &Into);
  bool readBool(const YamlNode &Key, const YamlNode &Value, bool &Into);
  bool expect(const YamlNode &Node, YamlNode::Kind Kind, llvm::StringRef Key,
              llvm::StringRef Example);
  bool fail(const YamlNode &At, llvm::StringRef Key, const llvm::Twine &What);

  KernelModel &Model;
  std::string FileName;
  std::string Message;
  llvm::StringSet<> SeenApis, SeenMacros, SeenLeaves; ///< in this file
};

} // namespace lockorder
