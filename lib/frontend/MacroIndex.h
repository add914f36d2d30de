//===- MacroIndex.h - Which macro expansions the model knows, and what is inside them -*- C++
//-*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// The same API is a function in one configuration and a macro in another (`mutex_lock` under
// lockdep,
// `_raw_spin_lock` on one processor), and many an API is a macro always (`spin_lock_irqsave`). So
// an event belongs to the outermost modelled name on the way from the file to a token:
//
//   #define my_lock(d) spin_lock_irqsave(&(d)->lock, (d)->flags)     not modelled
//   my_lock(dev);            -> spin_lock_irqsave is the outermost modelled name: the owner
//   wait_event(wq, ({ mutex_lock(&m); 1; }));   mutex_lock is the user's own text, not wait_event's
//
// A token of a macro's body is inside it; a token of an argument is where the argument was written.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "kernel/KernelModel.h"
#include "clang/AST/Expr.h"
#include "clang/Basic/SourceLocation.h"
#include "clang/Lex/PPCallbacks.h"
#include "clang/Lex/Preprocessor.h"
#include "llvm/ADT/DenseMap.h"
#include <memory>
#include <vector>

namespace lockorder {

/// One expansion of a modelled macro.
struct Expansion {
  struct Argument {
    clang::SourceLocation First, Last; ///< its first and last token, as written
    std::string Text;
  };
  const Api *Entry = nullptr;
  clang::SourceLocation Name; ///< the macro's name, as expanded
  std::vector<Argument> Arguments;
};

/// A file-scope macro that names an entry point or exports a symbol.
struct DeclarationMacro {
  std::string Name;
  const RootMacro *Root = nullptr; ///< null: an EXPORT_SYMBOL
  std::vector<std::string> Arguments;
  clang::SourceLocation Where;
};

class MacroIndex {
public:
  MacroIndex(const KernelModel &Model, const clang::SourceManager &Sources)
      : Model(Model), Sources(Sources) {}

  /// Records expansions while the preprocessor runs. The index outlives the callbacks.
  std::unique_ptr<clang::PPCallbacks> callbacks(clang::Preprocessor &Preprocessor);

  /// The outermost modelled expansion whose body the token stands in, else null.
  const Expansion *owner(clang::SourceLocation Where) const;
  /// The expansion that both ends of `S` stand in, else null.
  const Expansion *owner(const clang::Stmt *S) const;

  /// Modelled macros that expand to nothing, named between two places of one file.
  std::vector<const Expansion *> between(clang::SourceLocation Begin,
                                         clang::SourceLocation End) const;

  /// Finds the expressions that were passed as arguments to modelled expansions inside `Body`.
  using ArgumentMap = llvm::DenseMap<std::pair<const Expansion *, unsigned>, const clang::Expr *>;
  ArgumentMap arguments(const clang::Stmt *Body) const;

  /// The value of a macro that is one number, else nothing.
  std::optional<int64_t> number(llvm::StringRef Macro) const;

  const std::vector<DeclarationMacro> &declarations() const { return Declarations; }

private:
  class Callbacks;
  void climb(clang::SourceLocation From, llvm::SmallVectorImpl<clang::SourceLocation> &Chain) const;
  bool isArgument(const clang::Expr *E, const Expansion::Argument &A) const;

  const KernelModel &Model;
  const clang::SourceManager &Sources;
  clang::Preprocessor *PP = nullptr;
  std::vector<std::unique_ptr<Expansion>> Expansions;
  llvm::DenseMap<clang::SourceLocation, const Expansion *> ByName;
  /// First token of an argument -> the arguments that begin there.
  llvm::DenseMap<clang::SourceLocation,
                 llvm::SmallVector<std::pair<const Expansion *, unsigned>, 1>>
      ByFirstToken;
  std::vector<DeclarationMacro> Declarations;
  std::vector<const Expansion *> Empty; ///< those that expand to nothing
  mutable llvm::DenseMap<clang::FileID, const Expansion *> OwnerOf;
};

} // namespace lockorder
