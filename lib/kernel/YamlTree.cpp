//===- YamlTree.cpp - A YAML document as a plain tree ---------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "kernel/YamlTree.h"
#include "base/Error.h"
#include "llvm/ADT/StringSet.h"
#include <sstream>
#include <yaml-cpp/eventhandler.h>
#include <yaml-cpp/exceptions.h>
#include <yaml-cpp/parser.h>

namespace lockorder {
namespace {

constexpr size_t MaxBytes = 4u << 20;
constexpr size_t MaxNodes = 1u << 20;
constexpr size_t MaxDepth = 16; // the model needs 6

/// Builds the tree. Leaves yaml-cpp by its own exception type, which parseYaml catches.
class TreeBuilder : public YAML::EventHandler {
public:
  YamlNode take() { return std::move(Root); }
  bool sawDocument() const { return Started; }

  void OnDocumentStart(const YAML::Mark &) override { Started = true; }
  void OnDocumentEnd() override {}
  void OnNull(const YAML::Mark &M, YAML::anchor_t Anchor) override {
    add(M, "", Anchor, YamlNode::Kind::Null);
  }
  void OnAlias(const YAML::Mark &M, YAML::anchor_t) override {
    fail(M, "aliases are not supported; write the value out");
  }
  void OnScalar(const YAML::Mark &M, const std::string &Tag, YAML::anchor_t Anchor,
                const std::string &Value) override {
    YamlNode &N = add(M, Tag, Anchor, YamlNode::Kind::Scalar);
    N.Text = Value;
    // What comes unquoted ("?" is yaml-cpp's tag for that) and says nothing is no value.
    if (Tag == "?" && (Value.empty() || Value == "~" || Value == "null"))
      N.Is = YamlNode::Kind::Null;
  }
  void OnSequenceStart(const YAML::Mark &M, const std::string &Tag, YAML::anchor_t Anchor,
                       YAML::EmitterStyle::value) override {
    open(M, Tag, Anchor, YamlNode::Kind::List);
  }
  void OnSequenceEnd() override { Open.pop_back(); }
  void OnMapStart(const YAML::Mark &M, const std::string &Tag, YAML::anchor_t Anchor,
                  YAML::EmitterStyle::value) override {
    open(M, Tag, Anchor, YamlNode::Kind::Map);
  }
  void OnMapEnd() override {
    checkKeys(*Open.back());
    Open.pop_back();
  }

private:
  [[noreturn]] static void fail(const YAML::Mark &M, const std::string &What) {
    throw YAML::ParserException(M, What);
  }

  YamlNode &add(const YAML::Mark &M, const std::string &Tag, YAML::anchor_t Anchor,
                YamlNode::Kind Kind) {
    if (Anchor)
      fail(M, "anchors are not supported; write the value out");
    if (!Tag.empty() && Tag != "?" && Tag != "!")
      fail(M, "tags are not supported; remove '" + Tag + "'");
    if (++Count > MaxNodes)
      fail(M, "more than " + std::to_string(MaxNodes) + " values; split the file");
    YamlNode *N = &Root;
    if (!Open.empty())
      N = &Open.back()->Items.emplace_back();
    N->Is = Kind;
    N->Line = M.line + 1;
    N->Column = M.column + 1;
    return *N;
  }

  void open(const YAML::Mark &M, const std::string &Tag, YAML::anchor_t Anchor,
            YamlNode::Kind Kind) {
    if (Open.size() == MaxDepth)
      fail(M,
           "nested more than " + std::to_string(MaxDepth) + " deep; see the schema in linux.yaml");
    // The parent grows only after this child is closed, so the pointer stays good.
    Open.push_back(&add(M, Tag, Anchor, Kind));
  }

  static void checkKeys(const YamlNode &Map) {
    llvm::StringSet<> Seen;
    for (size_t I = 0; I < Map.Items.size(); I += 2) {
      const YamlNode &Key = Map.Items[I];
      YAML::Mark M = YAML::Mark::null_mark();
      M.line = static_cast<int>(Key.Line) - 1;
      M.column = static_cast<int>(Key.Column) - 1;
      if (Key.Is != YamlNode::Kind::Scalar)
        fail(M, "a key must be a word; remove the extra brackets or quotes");
      if (!Seen.insert(Key.Text).second)
        fail(M, "key '" + Key.Text + "': given twice; keep one");
    }
  }

  YamlNode Root;
  std::vector<YamlNode *> Open;
  size_t Count = 0;
  bool Started = false;
};

llvm::Error at(llvm::StringRef Name, const YAML::Mark &M, const llvm::Twine &What) {
  return makeError(Name + ":" + llvm::Twine(M.line < 0 ? 1 : M.line + 1) + ":" +
                   llvm::Twine(M.column < 0 ? 1 : M.column + 1) + ": " + What);
}

} // namespace

llvm::StringRef describe(YamlNode::Kind Kind) {
  switch (Kind) {
  case YamlNode::Kind::Null:
    return "nothing";
  case YamlNode::Kind::Scalar:
    return "a single value";
  case YamlNode::Kind::List:
    return "a list";
  case YamlNode::Kind::Map:
    return "a map";
  }
  assert(false && "a kind without a case");
  return "";
}

llvm::Expected<YamlNode> parseYaml(llvm::StringRef Text, llvm::StringRef Name) {
  if (Text.size() > MaxBytes)
    return makeError(Name + ":1:1: larger than " + llvm::Twine(MaxBytes >> 20) +
                     " MiB; is this a model file?");
  // yaml-cpp ends a document at a NUL without a word.
  if (size_t Nul = Text.find('\0'); Nul != llvm::StringRef::npos)
    return makeError(Name + ":" + llvm::Twine(1 + Text.take_front(Nul).count('\n')) +
                     ":1: contains a NUL byte; a model is a text file");
  try {
    std::istringstream In(Text.str());
    YAML::Parser Parser(In);
    TreeBuilder Builder;
    Parser.HandleNextDocument(Builder);
    if (!Builder.sawDocument())
      return makeError(Name + ":1:1: empty; a model file begins with 'version: 1'");
    YamlNode Root = Builder.take();
    TreeBuilder Second;
    if (Parser.HandleNextDocument(Second) && Second.sawDocument())
      return makeError(Name + ":" + llvm::Twine(Second.take().Line) +
                       ":1: a second document; a model file has one, remove the '---'");
    return Root;
  } catch (const YAML::Exception &E) {
    std::string What = E.msg;
    if (What.find(';') == std::string::npos)
      What = "not YAML: " + What + "; see the schema in linux.yaml";
    return at(Name, E.mark, What);
  } catch (const std::exception &E) {
    return makeError(Name + ":1:1: not YAML: " + E.what() + "; see the schema in linux.yaml");
  }
}

} // namespace lockorder
