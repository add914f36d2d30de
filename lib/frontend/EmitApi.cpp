//===- EmitApi.cpp - A modelled call as an event -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "frontend/FunctionLowering.h"
#include "frontend/PlaceText.h"

using namespace clang;

namespace lockorder {

void FunctionLowering::emitExpansion(const Expansion *Owner) {
  if (!Emitted.insert(Owner).second)
    return;
  auto CallArguments = [&] {
    for (unsigned I = 0; I != Owner->Arguments.size(); ++I)
      if (const Expr *Argument = Values.argument(Owner, I))
        lowerCallsFirst(Argument);
  };
  // The condition of wait_event() is true when the wait is over: what it calls comes last.
  bool Waits =
      llvm::any_of(Owner->Entry->Effects, [](auto &E) { return E.Kind == EffectKind::Wait; });
  if (!Waits)
    CallArguments();
  emitApi(
      *Owner->Entry, [&](unsigned I) { return Values.argument(Owner, I); },
      Owner->Entry->Effects.empty() ? VarId() : Values.resultOf(Owner), Names.site(Owner->Name),
      Owner->Arguments);
  if (Waits)
    CallArguments();
}

/// ___GFP_NAME of this tree: a bit whose number is an enumerator since 6.10, and a number before.
int64_t FunctionLowering::gfpBit(llvm::StringRef Name, int64_t Otherwise) {
  auto [It, New] = GfpBits.try_emplace(Name);
  if (New) {
    std::string Macro = "___GFP_" + Name.str();
    if (std::optional<int64_t> Bit = Names.findEnumerator(Macro + "_BIT"))
      It->second = int64_t(1) << *Bit;
    else
      It->second = Macros.number(Macro).value_or(Otherwise);
  }
  return It->second;
}

/// The bit that lets an allocation sleep.
NodeId FunctionLowering::directReclaim(NodeId Gfp) {
  return Values.binary(BinaryOp::And, Gfp, Values.integer(gfpBit("DIRECT_RECLAIM", 0x400)));
}

/// What the callee's type says of a call.
void FunctionLowering::noteTypes(const CallExpr *Call, CallEvent &E) {
  QualType Callee = Call->getCallee()->getType();
  const auto *Type =
      Callee->isPointerType() ? Callee->getPointeeType()->getAs<FunctionProtoType>() : nullptr;
  if (!Type)
    return;
  if (!Call->getDirectCallee())
    E.Type = NameTable::typeNumber(Callee->getPointeeType());
  for (unsigned I = 0; I < std::min(Type->getNumParams(), Call->getNumArgs()); ++I) {
    QualType Parameter = Type->getParamType(I);
    if (const auto *Named = Parameter->getAs<TypedefType>();
        Named && Named->getDecl()->getName() == "gfp_t" && Call->getDirectCallee())
      E.Gfp = directReclaim(E.Arguments[I]);
    if (Parameter->isPointerType() && Parameter->getPointeeType().isConstQualified() && I < 32)
      E.Const |= 1u << I;
  }
}

void FunctionLowering::emitApi(const Api &Entry, Expressions::ArgumentLookup Argument, VarId Result,
                               Site Where, llvm::ArrayRef<Expansion::Argument> Text) {
  auto PlaceOf = [&](const ApiObject &Object) {
    bool OnlyText = Object.From == ApiObject::Base::Argument && Object.Path.empty() &&
                    !Object.IsElement && !Argument(Object.Index) && Object.Index < Text.size();
    NodeId Named = OnlyText ? placeOfText(Text[Object.Index].Text, Self, Names, Values) : NodeId();
    return Named ? Named : Values.objectPlace(Object, Argument, Result);
  };
  if (!Entry.Effects.empty()) {
    ApiEvent E{Names.name(Entry.Name), {}, Result, Where};
    for (const ApiEffect &From : Entry.Effects) {
      Effect To;
      To.Kind = From.Kind;
      To.On = From.On;
      To.Lock = From.Lock;
      To.Mode = From.Mode;
      To.How = From.How;
      To.Subclass = From.Subclass;
      To.Ctx = From.Ctx;
      To.Change = From.Change;
      To.Object = From.Kind == EffectKind::Start ? Values.objectValue(From.Object, Argument, Result)
                                                 : PlaceOf(From.Object);
      if (From.Nest)
        To.Nest = Values.objectPlace(*From.Nest, Argument, Result);
      if (From.Flags)
        To.Flags = From.Kind == EffectKind::Context
                       ? Values.objectPlace(*From.Flags, Argument, Result)
                       : Values.objectValue(*From.Flags, Argument, Result);
      if (From.Kind == EffectKind::Sleep && From.Flags) {
        NodeId Gfp = To.Flags;
        if (Model.hasPseudoLock("fs_reclaim")) {
          Effect Reclaim;
          Reclaim.Kind = EffectKind::Touch;
          Reclaim.Object = Values.named("fs_reclaim");
          Reclaim.Flags = Values.binary(BinaryOp::And, Gfp, Values.integer(gfpBit("FS", 0x80)));
          E.Effects.push_back(Reclaim);
        }
        To.Flags = directReclaim(Gfp);
      }
      if (From.SubclassArgument) {
        Expr::EvalResult Constant;
        const Expr *A = Argument(*From.SubclassArgument);
        To.Subclass = A && !A->isValueDependent() && A->EvaluateAsInt(Constant, Names.Context)
                          ? static_cast<int32_t>(number(Constant.Val.getInt()))
                          : -1;
        if (!A && *From.SubclassArgument < Text.size()) {
          llvm::StringRef Written = llvm::StringRef(Text[*From.SubclassArgument].Text).trim();
          std::optional<int64_t> Known = Macros.number(Written);
          if (!Known)
            Known = Names.findEnumerator(Written);
          if (Written.getAsInteger(0, To.Subclass))
            To.Subclass = static_cast<int32_t>(Known.value_or(-1));
        }
      }
      E.Effects.push_back(To);
    }
    emit(std::move(E));
  }
  if (Entry.Value && Result)
    emit(
        AssignEvent{Values.var(Result), Values.objectValue(*Entry.Value, Argument, Result), Where});
}

} // namespace lockorder
