//===- ModelReader.cpp - From YAML to the kernel model --------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "kernel/ModelReader.h"
#include "base/Error.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"

namespace lockorder {
namespace {

using Kind = YamlNode::Kind;

constexpr size_t ShortestPrefix = 4; // "ktim*"; a shorter one hides half of the kernel

/// Calls `F(Key, Value)` for each pair until it returns false.
template <typename Callback> bool eachPair(const YamlNode &Map, Callback F) {
  for (size_t I = 0; I < Map.Items.size(); I += 2)
    if (!F(Map.Items[I], Map.Items[I + 1]))
      return false;
  return true;
}

} // namespace

bool ModelReader::isIdentifier(llvm::StringRef Text) {
  return !Text.empty() && !llvm::isDigit(Text.front()) &&
         llvm::all_of(Text, [](char C) { return llvm::isAlnum(C) || C == '_'; });
}

llvm::Error ModelReader::read(const YamlNode &Root) {
  if (readRoot(Root))
    return llvm::Error::success();
  return makeError(Message);
}

bool ModelReader::fail(const YamlNode &At, llvm::StringRef Key, const llvm::Twine &What) {
  if (Message.empty())
    Message = (llvm::Twine(FileName) + ":" + llvm::Twine(At.Line) + ":" + llvm::Twine(At.Column) +
               ": key '" + Key + "': " + What)
                  .str();
  return false;
}

bool ModelReader::expect(const YamlNode &Node, Kind Wanted, llvm::StringRef Key,
                         llvm::StringRef Example) {
  if (Node.Is == Wanted)
    return true;
  return fail(Node, Key,
              describe(Node.Is) + " where " + describe(Wanted) + " is needed; write for example " +
                  Example);
}

bool ModelReader::readRoot(const YamlNode &Root) {
  if (!expect(Root, Kind::Map, "version", "version: 1"))
    return false;
  const YamlNode *Version = nullptr, *Remove = nullptr;
  eachPair(Root, [&](const YamlNode &Key, const YamlNode &Value) {
    if (Key.Text == "version")
      Version = &Value;
    else if (Key.Text == "remove")
      Remove = &Value;
    return true;
  });
  if (!Version)
    return fail(Root, "version", "missing; begin the file with 'version: 1'");
  if (Version->Is != Kind::Scalar || Version->Text != "1")
    return fail(*Version, "version",
                "not a version that this program reads; it reads 'version: 1'");
  // First, wherever it stands: what goes away may come back in the same file.
  if (Remove && !readRemove(*Remove))
    return false;
  return eachPair(Root, [&](const YamlNode &Key, const YamlNode &Value) {
    if (Key.Text == "version" || Key.Text == "remove")
      return true;
    if (Key.Text == "apis")
      return each(Value, Key.Text, &ModelReader::readApi);
    if (Key.Text == "root_macros")
      return each(Value, Key.Text, &ModelReader::readRootMacro);
    if (Key.Text == "callbacks")
      return each(Value, Key.Text, &ModelReader::readCallbacks);
    if (Key.Text == "leaves")
      return each(Value, Key.Text, &ModelReader::readLeaves);
    if (Key.Text == "generic_records")
      return readRecords(Value, Key.Text, Model.GenericRecords);
    if (Key.Text == "sleepers")
      return readRecords(Value, Key.Text, Model.Sleepers);
    if (Key.Text == "pseudo_locks")
      return readRecords(Value, Key.Text, Model.PseudoLocks);
    if (Key.Text == "wrapping_fields")
      return readFields(Value, Key.Text, Model.WrappingFields);
    if (Key.Text == "count_fields")
      return readFields(Value, Key.Text, Model.CountFields);
    if (Key.Text == "prelude")
      return readPrelude(Value, Key.Text);
    return fail(Key, Key.Text,
                "unknown section; allowed are version, remove, apis, root_macros, callbacks, "
                "leaves, sleepers, pseudo_locks, generic_records, wrapping_fields, count_fields, "
                "prelude");
  });
}

bool ModelReader::each(const YamlNode &List, llvm::StringRef Key,
                       bool (ModelReader::*Read)(const YamlNode &)) {
  if (!expect(List, Kind::List, Key, "a list of entries that begin with '- '"))
    return false;
  for (const YamlNode &Entry : List.Items)
    if (!expect(Entry, Kind::Map, Key, "- names: [NAME]") || !(this->*Read)(Entry))
      return false;
  return true;
}

bool ModelReader::readNames(const YamlNode &List, llvm::StringRef Key, Names &Into) {
  if (!expect(List, Kind::List, Key, "[NAME, ...]"))
    return false;
  for (const YamlNode &Item : List.Items) {
    if (!expect(Item, Kind::Scalar, Key, "[NAME, ...]"))
      return false;
    Into.emplace_back(Item.Text, &Item);
  }
  if (Into.empty())
    return fail(List, Key, "no names; write [NAME, ...] or remove the entry");
  return true;
}

bool ModelReader::readBool(const YamlNode &Key, const YamlNode &Value, bool &Into) {
  if (Value.Is != Kind::Scalar || (Value.Text != "true" && Value.Text != "false"))
    return fail(Value, Key.Text, "must be true or false; remove it for false");
  Into = Value.Text == "true";
  return true;
}

bool ModelReader::readApi(const YamlNode &Entry) {
  Names Called;
  Api Proto;
  bool Says = false;
  bool Good = eachPair(Entry, [&](const YamlNode &Key, const YamlNode &Value) {
    if (Key.Text == "names")
      return readNames(Value, Key.Text, Called);
    if (Key.Text == "macro")
      return readBool(Key, Value, Proto.MacroOnly);
    if (Key.Text == "where") {
      Proto.Elsewhere = true;
      return expect(Value, Kind::Scalar, Key.Text, "since 6.15");
    }
    if (Key.Text == "value") {
      Says = true;
      return readObject(Key, Value, Proto.Value.emplace());
    }
    if (Key.Text != "effects")
      return fail(Key, Key.Text, "unknown; allowed are names, effects, value, macro, where");
    Says = true;
    if (!expect(Value, Kind::List, Key.Text, "[{acquire: arg0, kind: mutex}]"))
      return false;
    for (const YamlNode &Effect : Value.Items)
      if (!readEffect(Effect, Proto.Effects.emplace_back()))
        return false;
    return true;
  });
  if (!Good)
    return false;
  if (Called.empty())
    return fail(Entry, "names", "missing; write names: [NAME, ...]");
  if (!Says)
    return fail(Entry, "effects",
                "neither 'effects' nor 'value'; write 'effects: []' if it does nothing");
  Proto.IsLockApi = llvm::any_of(Proto.Effects, [](const ApiEffect &E) {
    return E.Kind == EffectKind::Acquire || E.Kind == EffectKind::Release ||
           E.Kind == EffectKind::Downgrade;
  });
  for (const auto &[Name, Node] : Called) {
    if (!isIdentifier(Name))
      return fail(*Node, "names",
                  "'" + Name + "' is no name of C; write the function's or macro's");
    if (!SeenApis.insert(Name).second)
      return fail(*Node, "names", "'" + Name + "' has an entry in this file already; keep one");
    Api &Slot = Model.Apis[Name] = Proto;
    Slot.Name = Name;
    Slot.DefinedAt = {FileName, Node->Line, Node->Column};
  }
  return true;
}

bool ModelReader::readRootMacro(const YamlNode &Entry) {
  Names Called;
  RootMacro Proto;
  bool HasFunction = false, HasContext = false;
  bool Good = eachPair(Entry, [&](const YamlNode &Key, const YamlNode &Value) {
    if (Key.Text == "names")
      return readNames(Value, Key.Text, Called);
    if (Key.Text == "function") {
      HasFunction = true;
      return readArgument(Key, Value, Proto.Argument);
    }
    if (Key.Text == "context") {
      HasContext = true;
      ApiEffect Effect; // for its reader of the word
      bool Read = readAttribute(Key, Value, Effect);
      Proto.Ctx = Effect.Ctx;
      return Read;
    }
    return fail(Key, Key.Text, "unknown; allowed are names, function, context");
  });
  if (!Good)
    return false;
  if (Called.empty())
    return fail(Entry, "names", "missing; write names: [NAME, ...]");
  if (!HasFunction)
    return fail(Entry, "function", "missing; write function: argN");
  if (!HasContext)
    return fail(Entry, "context", "missing; write context: hardirq, softirq or process");
  for (const auto &[Name, Node] : Called) {
    if (!isIdentifier(Name))
      return fail(*Node, "names", "'" + Name + "' is no name of C; write the macro's");
    if (!SeenMacros.insert(Name).second)
      return fail(*Node, "names", "'" + Name + "' has an entry in this file already; keep one");
    Proto.Name = Name;
    Model.RootMacros[Name] = Proto;
  }
  return true;
}

bool ModelReader::readLeaves(const YamlNode &Group) {
  std::string GroupName;
  Names Called;
  bool Good = eachPair(Group, [&](const YamlNode &Key, const YamlNode &Value) {
    if (Key.Text == "names")
      return readNames(Value, Key.Text, Called);
    if (Key.Text != "group")
      return fail(Key, Key.Text, "unknown; allowed are group, names");
    if (!expect(Value, Kind::Scalar, Key.Text, "group: allocators"))
      return false;
    GroupName = Value.Text;
    return true;
  });
  if (!Good)
    return false;
  if (GroupName.empty())
    return fail(Group, "group", "missing; write group: NAME");
  if (Called.empty())
    return fail(Group, "names", "missing; write names: [NAME, ...]");
  for (const auto &[Name, Node] : Called) {
    llvm::StringRef Stem = Name;
    bool IsPrefix = Stem.consume_back("*");
    if (!isIdentifier(Stem) || (IsPrefix && Stem.size() < ShortestPrefix))
      return fail(*Node, "names",
                  "'" + Name + "' is no leaf; write a function's name, or its first " +
                      llvm::Twine(ShortestPrefix) + " characters or more and one '*'");
    if (!SeenLeaves.insert(Name).second)
      return fail(*Node, "names", "'" + Name + "' is a leaf in this file already; keep one");
    (IsPrefix ? Model.LeafPrefixes[Stem.str()] : Model.LeafNames[Stem]) = GroupName;
  }
  return true;
}

/// Later entries replace earlier ones of the same member.
bool ModelReader::readCallbacks(const YamlNode &Entry) {
  std::vector<std::pair<std::string, std::string>> Fields;
  Callback Proto;
  bool HasContext = false;
  bool Good = eachPair(Entry, [&](const YamlNode &Key, const YamlNode &Value) {
    if (Key.Text == "fields")
      return readFields(Value, Key.Text, Fields);
    if (Key.Text == "context") {
      HasContext = true;
      return readWord<Context>(Key, Value,
                               {Context::Hardirq, Context::Softirq, Context::Process, Context::Irq,
                                Context::Preempt, Context::Rcu},
                               Proto.Ctx);
    }
    if (Key.Text == "where")
      return expect(Value, Kind::Scalar, Key.Text, "Documentation/networking/netdevices.rst");
    if (Key.Text != "holds")
      return fail(Key, Key.Text, "unknown; allowed are fields, context, holds, where");
    ApiObject Object;
    if (!readObject(Key, Value, Object))
      return false;
    if (Object.From != ApiObject::Base::Global)
      return fail(Value, Key.Text,
                  "'" + Value.Text + "' is no global lock; write global NAME, and perhaps a path");
    Proto.Holds = std::move(Object);
    return true;
  });
  if (!Good)
    return false;
  if (Fields.empty())
    return fail(Entry, "fields", "missing; write fields: [RECORD.FIELD, ...]");
  if (!HasContext)
    return fail(Entry, "context",
                "missing; write context: hardirq, softirq, process, irq, preempt or rcu");
  for (const auto &[Record, Field] : Fields) {
    Proto.Record = Record;
    Proto.Field = Field;
    auto Place = [](const Callback &C) { return std::tie(C.Record, C.Field); };
    auto At = llvm::lower_bound(Model.Callbacks, Proto, [&](const Callback &A, const Callback &B) {
      return Place(A) < Place(B);
    });
    if (At != Model.Callbacks.end() && Place(*At) == Place(Proto))
      *At = Proto;
    else
      Model.Callbacks.insert(At, Proto);
  }
  return true;
}

bool ModelReader::readRecords(const YamlNode &List, llvm::StringRef Key,
                              llvm::StringMap<bool> &Into) {
  Names Tags;
  if (!readNames(List, Key, Tags))
    return false;
  for (const auto &[Tag, Node] : Tags) {
    if (!isIdentifier(Tag))
      return fail(*Node, Key, "'" + Tag + "' is no tag; write it without 'struct'");
    Into[Tag] = true;
  }
  return true;
}

bool ModelReader::readPrelude(const YamlNode &List, llvm::StringRef Key) {
  Names Headers;
  if (!readNames(List, Key, Headers))
    return false;
  for (const auto &[Name, Node] : Headers) {
    if (!llvm::StringRef(Name).ends_with(".h") || Name.find_first_of("<>\"\n") != Name.npos)
      return fail(*Node, Key, "'" + Name + "' is no header; write it as between < and >");
    if (!llvm::is_contained(Model.Prelude, Name))
      Model.Prelude.push_back(Name);
  }
  return true;
}

bool ModelReader::readFields(const YamlNode &List, llvm::StringRef Key,
                             std::vector<std::pair<std::string, std::string>> &Into) {
  Names Fields;
  if (!readNames(List, Key, Fields))
    return false;
  for (const auto &[Text, Node] : Fields) {
    auto [Record, Field] = llvm::StringRef(Text).split('.');
    if (!isIdentifier(Record) || !isIdentifier(Field))
      return fail(*Node, Key,
                  "'" + Text + "' is no field; write RECORD.FIELD, as in spinlock.rlock");
    std::pair<std::string, std::string> Pair(Record.str(), Field.str());
    if (!llvm::is_contained(Into, Pair))
      Into.push_back(std::move(Pair));
  }
  return true;
}

bool ModelReader::readRemove(const YamlNode &List) {
  Names Gone;
  if (!readNames(List, "remove", Gone))
    return false;
  for (const auto &[Name, Node] : Gone) {
    bool Found = Model.Apis.erase(Name);
    Found |= Model.RootMacros.erase(Name);
    Found |= Model.GenericRecords.erase(Name);
    Found |= Model.PseudoLocks.erase(Name);
    Found |= Model.Sleepers.erase(Name);
    llvm::StringRef Stem = Name;
    Found |=
        Stem.consume_back("*") ? Model.LeafPrefixes.erase(Stem.str()) : Model.LeafNames.erase(Stem);
    auto IsField = [&, N = llvm::StringRef(Name)](const auto &P) {
      return P.first + "." + P.second == N;
    };
    if (auto It = llvm::find_if(Model.WrappingFields, IsField); It != Model.WrappingFields.end()) {
      Model.WrappingFields.erase(It);
      Found = true;
    }
    auto IsCallback = [&, N = llvm::StringRef(Name)](const Callback &C) {
      return C.Record + "." + C.Field == N;
    };
    if (auto It = llvm::find_if(Model.Callbacks, IsCallback); It != Model.Callbacks.end()) {
      Model.Callbacks.erase(It);
      Found = true;
    }
    if (!Found)
      return fail(*Node, "remove", "'" + Name + "' is not in the model; remove it from this list");
  }
  return true;
}

} // namespace lockorder
