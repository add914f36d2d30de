//===- ReadEffect.cpp - One effect of an API ------------------------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "kernel/ModelReader.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/StringExtras.h"
#include <type_traits>

namespace lockorder {
namespace {

constexpr unsigned MaxArgument = 15;
constexpr int MaxSubclass = 7; // lockdep's MAX_LOCKDEP_SUBCLASSES is 8
constexpr size_t MaxSteps = 8;

template <typename Enum> std::vector<Enum> allOf(Enum Last) {
  std::vector<Enum> All;
  for (int I = 0; I <= static_cast<int>(Last); ++I)
    All.push_back(static_cast<Enum>(I));
  return All;
}

template <typename Enum> std::string join(llvm::ArrayRef<Enum> Words) {
  std::string Text;
  for (Enum E : Words)
    Text += (Text.empty() ? "" : ", ") + spell(E).str();
  return Text;
}

const std::vector<Context> &switches() {
  static const std::vector<Context> All = {
      Context::Irq,   Context::Bh,       Context::Preempt,   Context::Migrate, Context::Rcu,
      Context::RcuBh, Context::RcuSched, Context::Pagefault, Context::Hardirq, Context::Softirq};
  return All;
}

const std::vector<Context> &threads() {
  static const std::vector<Context> All = {Context::Hardirq, Context::Softirq, Context::Process,
                                           Context::Irq,     Context::Preempt, Context::Rcu};
  return All;
}

/// What may stand beside the effect, first those that must.
struct Attributes {
  std::vector<llvm::StringRef> Required, Optional;
};

Attributes attributesOf(EffectKind Kind) {
  switch (Kind) {
  case EffectKind::Acquire:
    return {{"kind"}, {"mode", "how", "subclass", "nest", "when"}};
  case EffectKind::Release:
    return {{"kind"}, {"mode", "subclass", "when"}};
  case EffectKind::Downgrade:
    return {{"kind"}, {"when"}};
  case EffectKind::Context:
    return {{"change"}, {"flags", "when"}};
  case EffectKind::Sleep:
    return {{}, {"gfp", "unless", "when"}};
  case EffectKind::Wait:
    return {{}, {"of", "when"}};
  case EffectKind::Signal:
  case EffectKind::Free:
  case EffectKind::LastReference:
  case EffectKind::NoReturn:
    return {{}, {"when"}};
  case EffectKind::AssertHeld:
  case EffectKind::AssertNotHeld:
    return {{}, {"kind", "mode"}};
  case EffectKind::InitLock:
    return {{"kind"}, {"count", "key"}};
  case EffectKind::SetClass:
    return {{}, {"key", "subclass"}};
  case EffectKind::Start:
    return {{"context"}, {"on", "when"}};
  case EffectKind::Touch:
    return {{"kind"}, {"mode", "unless", "when"}};
  case EffectKind::Query:
    return {{"change"}, {}};
  }
  assert(false && "an effect without a case");
  return {};
}

} // namespace

template <typename Enum>
bool ModelReader::readWord(const YamlNode &Key, const YamlNode &Value, llvm::ArrayRef<Enum> Allowed,
                           Enum &Into) {
  if (!expect(Value, YamlNode::Kind::Scalar, Key.Text, "one of " + join(Allowed)))
    return false;
  std::optional<Enum> Word = parseWord<Enum>(Value.Text);
  if (!Word || !llvm::is_contained(Allowed, *Word))
    return fail(Value, Key.Text, "unknown word '" + Value.Text + "'; allowed are " + join(Allowed));
  Into = *Word;
  return true;
}

template bool ModelReader::readWord<Context>(const YamlNode &, const YamlNode &,
                                             llvm::ArrayRef<Context>, Context &);

bool ModelReader::readEffect(const YamlNode &Map, ApiEffect &Effect) {
  if (!expect(Map, YamlNode::Kind::Map, "effects", "{acquire: arg0, kind: mutex}"))
    return false;
  if (Map.Items.empty())
    return fail(Map, "effects",
                "an empty effect; for an API that does nothing write 'effects: []'");
  // The first key says what it is: `context` is also an attribute of `start`.
  const YamlNode &Key = Map.Items[0], &Value = Map.Items[1];
  std::vector<EffectKind> Kinds = allOf(EffectKind::Query);
  std::optional<EffectKind> Kind = parseWord<EffectKind>(Key.Text);
  if (!Kind)
    return fail(Key, Key.Text,
                "not an effect; an effect begins with one of " + join<EffectKind>(Kinds));
  Effect.Kind = *Kind;
  if (*Kind == EffectKind::AssertHeld || *Kind == EffectKind::AssertNotHeld)
    Effect.Mode = LockMode::Shared;

  bool Good = true;
  if (*Kind == EffectKind::Context) {
    Good = readWord<Context>(Key, Value, switches(), Effect.Ctx);
  } else if (*Kind == EffectKind::Query) {
    std::vector<Context> Asked = switches();
    Good = readWord<Context>(Key, Value, Asked, Effect.Ctx);
  } else if (*Kind == EffectKind::Sleep || *Kind == EffectKind::NoReturn) {
    bool IsWord = Value.Is == YamlNode::Kind::Scalar;
    bool Gfp = IsWord && *Kind == EffectKind::Sleep && Value.Text == "gfp";
    bool Maybe = IsWord && *Kind == EffectKind::Sleep && Value.Text == "maybe";
    if (Maybe)
      Effect.How = LockHow::Try;
    if (!Gfp && !Maybe && !(IsWord && Value.Text == "always"))
      return fail(Value, Key.Text,
                  *Kind == EffectKind::Sleep
                      ? "must be 'always', 'maybe', or 'gfp' with 'gfp: argN' beside it"
                      : "must be 'always'; conditions go into 'when'");
  } else {
    Good = readObject(Key, Value, Effect.Object);
  }
  if (!Good)
    return false;

  Attributes Allowed = attributesOf(*Kind);
  for (size_t I = 2; I < Map.Items.size(); I += 2) {
    const YamlNode &Name = Map.Items[I];
    if (!llvm::is_contained(Allowed.Required, Name.Text) &&
        !llvm::is_contained(Allowed.Optional, Name.Text)) {
      std::vector<llvm::StringRef> All = Allowed.Required;
      All.insert(All.end(), Allowed.Optional.begin(), Allowed.Optional.end());
      return fail(Name, Name.Text,
                  "not allowed beside '" + Key.Text + "'; allowed are " + llvm::join(All, ", "));
    }
    if (!readAttribute(Name, Map.Items[I + 1], Effect))
      return false;
  }
  return checkEffect(Map, Effect);
}

bool ModelReader::readAttribute(const YamlNode &Key, const YamlNode &Value, ApiEffect &Effect) {
  if (Key.Text == "kind")
    return readWord<LockKind>(Key, Value, allOf(LockKind::Other), Effect.Lock);
  if (Key.Text == "mode")
    return readWord<LockMode>(Key, Value, allOf(LockMode::Recursive), Effect.Mode);
  if (Key.Text == "how")
    return readWord<LockHow>(Key, Value, allOf(LockHow::Try), Effect.How);
  if (Key.Text == "when")
    return readWord<When>(Key, Value, allOf(When::Positive), Effect.On);
  if (Key.Text == "change")
    return readWord<ContextChange>(Key, Value,
                                   {ContextChange::Disable, ContextChange::Enable,
                                    ContextChange::Save, ContextChange::Restore},
                                   Effect.Change);
  if (Key.Text == "context")
    return readWord<Context>(Key, Value, threads(), Effect.Ctx);
  if (Key.Text == "unless") {
    Effect.Change = ContextChange::Disable;
    return readWord<Context>(Key, Value, {Context::Pagefault, Context::Bh}, Effect.Ctx);
  }
  if (Key.Text == "subclass")
    return readSubclass(Key, Value, Effect);
  if (Key.Text == "flags")
    return readObject(Key, Value, Effect.Flags.emplace());
  if (Key.Text == "gfp" || Key.Text == "count") {
    ApiObject &Object = Effect.Flags.emplace();
    Object.From = ApiObject::Base::Argument;
    return readArgument(Key, Value, Object.Index);
  }
  assert((Key.Text == "nest" || Key.Text == "key" || Key.Text == "on" || Key.Text == "of") &&
         "an attribute that attributesOf() allows is not read");
  return readObject(Key, Value, Effect.Nest.emplace());
}

/// What the words say together.
bool ModelReader::checkEffect(const YamlNode &Map, const ApiEffect &Effect) {
  const YamlNode &Key = Map.Items[0];
  auto Has = [&](llvm::StringRef Name) {
    for (size_t I = 2; I < Map.Items.size(); I += 2)
      if (Map.Items[I].Text == Name)
        return true;
    return false;
  };
  for (llvm::StringRef Name : attributesOf(Effect.Kind).Required)
    if (!Has(Name))
      return fail(Map, Key.Text, "lacks '" + Name + "'; add '" + Name + ": ...'");
  if (Effect.Kind == EffectKind::Context) {
    bool Keeps = Effect.Change == ContextChange::Save || Effect.Change == ContextChange::Restore;
    if (Keeps != Has("flags"))
      return fail(Map, Key.Text,
                  Keeps ? "save and restore need the variable; add 'flags: place argN' or the like"
                        : "only save and restore have 'flags'; remove it");
  }
  if (Effect.Kind == EffectKind::Sleep && (Map.Items[1].Text == "gfp") != Has("gfp"))
    return fail(Map, Key.Text, "'sleep: gfp' and 'gfp: argN' belong together; add the other one");
  if (Has("count") && Effect.Lock != LockKind::Semaphore)
    return fail(Map, Key.Text, "only a semaphore has a count; remove 'count'");
  if (Effect.Kind == EffectKind::Start &&
      (Effect.Object.From != ApiObject::Base::Argument || Effect.Object.IsElement))
    return fail(Map, Key.Text, "the function must be an argument; write 'start: argN'");
  return true;
}

bool ModelReader::readSubclass(const YamlNode &Key, const YamlNode &Value, ApiEffect &Effect) {
  const char *Allowed = "a number from 0 to 7, argN, or unknown";
  if (!expect(Value, YamlNode::Kind::Scalar, Key.Text, Allowed))
    return false;
  if (Value.Text == "unknown") {
    Effect.Subclass = -1;
    return true;
  }
  if (llvm::StringRef(Value.Text).starts_with("arg"))
    return readArgument(Key, Value, Effect.SubclassArgument.emplace());
  if (llvm::StringRef(Value.Text).getAsInteger(10, Effect.Subclass) || Effect.Subclass < 0 ||
      Effect.Subclass > MaxSubclass)
    return fail(Value, Key.Text, "'" + Value.Text + "' is no subclass; write " + Allowed);
  return true;
}

bool ModelReader::readArgument(const YamlNode &Key, const YamlNode &Value, unsigned &Index) {
  if (!expect(Value, YamlNode::Kind::Scalar, Key.Text, "arg0"))
    return false;
  llvm::StringRef Text = Value.Text;
  if (!Text.consume_front("arg") || Text.empty() || !llvm::all_of(Text, llvm::isDigit) ||
      Text.getAsInteger(10, Index) || Index > MaxArgument)
    return fail(Value, Key.Text,
                "'" + Value.Text + "' is no argument; write arg0 to arg" +
                    llvm::Twine(MaxArgument));
  return true;
}

bool ModelReader::readObject(const YamlNode &Key, const YamlNode &Value, ApiObject &Object) {
  const char *Allowed =
      "argN, place argN, element argN, own argN, result, place result or global NAME, each "
      "with ->RECORD.FIELD as often as needed";
  if (!expect(Value, YamlNode::Kind::Scalar, Key.Text, Allowed))
    return false;
  llvm::StringRef Text = Value.Text;
  auto Bad = [&] {
    return fail(Value, Key.Text, "'" + Value.Text + "' is no object; write " + Allowed);
  };
  auto [Head, Path] = Text.split("->");
  if (Head.size() != Text.size() && Path.empty())
    return Bad();
  if (Head.consume_front("global ")) {
    if (!isIdentifier(Head))
      return Bad();
    Object.From = ApiObject::Base::Global;
    Object.Global = Head.str();
    return readPath(Key, Value, Path, Object);
  }
  Object.IsPlace = Head.consume_front("place ");
  Object.IsOwn = !Object.IsPlace && Head.consume_front("own ");
  Object.IsElement = Object.IsOwn || (!Object.IsPlace && Head.consume_front("element "));
  if (Head == "result") {
    Object.From = ApiObject::Base::Result;
  } else {
    Object.From = ApiObject::Base::Argument;
    if (!Head.consume_front("arg") || Head.empty() || !llvm::all_of(Head, llvm::isDigit) ||
        Head.getAsInteger(10, Object.Index) || Object.Index > MaxArgument)
      return Bad();
  }
  return readPath(Key, Value, Path, Object);
}

bool ModelReader::readPath(const YamlNode &Key, const YamlNode &Value, llvm::StringRef Path,
                           ApiObject &Object) {
  while (!Path.empty()) {
    auto [Step, Rest] = Path.split("->");
    auto [Record, Field] = Step.split('.');
    bool Dangling = Step.size() != Path.size() && Rest.empty();
    bool OwnType = Record == "*" && Object.Path.empty() && Rest.empty() &&
                   Object.From == ApiObject::Base::Argument && !Object.IsPlace;
    if ((!isIdentifier(Record) && !OwnType) || !isIdentifier(Field) || Dangling)
      return fail(Value, Key.Text,
                  "'" + Value.Text + "': bad step '" + Step +
                      "'; a step is ->RECORD.FIELD, as in arg0->inode.i_rwsem");
    if (Object.Path.size() == MaxSteps)
      return fail(Value, Key.Text,
                  "'" + Value.Text + "': more than " + llvm::Twine(MaxSteps) +
                      " steps; name the lock more directly");
    Object.Path.emplace_back(Record.str(), Field.str());
    Path = Rest;
  }
  return true;
}

} // namespace lockorder
