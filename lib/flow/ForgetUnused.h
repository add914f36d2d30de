//===- ForgetUnused.h - What of a summary is kept -------------- -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// While a function is analysed, each lock that its callees may take is noted, often by several
// ways. Once it is done, one of four is needed: by callers, or by an event of the function itself.
// Of a whole kernel, the others would be half of all memory.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "flow/ComponentResult.h"

namespace lockorder {

/// Drops acquisitions of `Self` that neither callers nor the events of `Of` speak of, and of those
/// that only witnesses show, what callers would have to know. Not to `Renumber`: others have seen
/// the indexes already (a recursion); then all stay.
void forgetUnused(Summary &S, FunctionResult &Of, FunctionId Self, bool Renumber,
                  ConditionsPool &Pool);

} // namespace lockorder
