//===- ModelErrorsTest.cpp - Bad model files are told where and why -------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "kernel/KernelModel.h"
#include <gmock/gmock.h>

using namespace lockorder;
using ::testing::HasSubstr;
using ::testing::StartsWith;

namespace {

std::string errorOf(llvm::StringRef Text) {
  llvm::Expected<KernelModel> Model = KernelModel::parse(Text, "my.yaml");
  return Model ? "no error" : llvm::toString(Model.takeError());
}

std::string errorOfEffect(const std::string &Effect) {
  return errorOf("version: 1\napis:\n- names: [f]\n  effects: [" + Effect + "]\n");
}

struct BadFile {
  const char *Text, *Place, *Says, *Remedy;
};

TEST(ModelErrors, NameFilePlaceKeyAndRemedy) {
  const BadFile Cases[] = {
      {"", "my.yaml:1:1: ", "empty", "version: 1"},
      {"[a, b]", "my.yaml:1:1: key 'version'", "a list where a map is needed", "version: 1"},
      {"apis: []", "my.yaml:1:1: key 'version'", "missing", "version: 1"},
      {"version: 2", "my.yaml:1:10: key 'version'", "not a version", "version: 1"},
      {"version: [1]", "my.yaml:1:10: key 'version'", "not a version", "version: 1"},
      {"version: 1\napi: []", "my.yaml:2:1: key 'api'", "unknown section", "apis, root_macros"},
      {"version: 1\nversion: 1", "my.yaml:2:1: key 'version'", "given twice", "keep one"},
      {"version: 1\napis: {}", "my.yaml:2:7: key 'apis'", "a map where a list", "- "},
      {"version: 1\napis: [f]", "my.yaml:2:8: key 'apis'", "a single value where a map", "names"},
      {"version: 1\napis:", "key 'apis'", "nothing where a list", "- "},
      {"version: 1\napis:\n- effects: []", "my.yaml:3:3: key 'names'", "missing", "names: [NAME"},
      {"version: 1\napis:\n- names: []\n  effects: []", "my.yaml:3:10: key 'names'", "no names",
       "[NAME"},
      {"version: 1\napis:\n- names: f\n  effects: []", "my.yaml:3:10: key 'names'",
       "a single value where a list", "[NAME"},
      {"version: 1\napis:\n- names: [f]", "my.yaml:3:3: key 'effects'", "neither", "effects: []"},
      {"version: 1\napis:\n- names: [f]\n  effect: []", "my.yaml:4:3: key 'effect'", "unknown",
       "names, effects, value, macro, where"},
      {"version: 1\napis:\n- names: [f]\n  effects: {acquire: arg0}", "my.yaml:4:12: key 'effects'",
       "a map where a list", "[{"},
      {"version: 1\napis:\n- names: [f-g]\n  effects: []", "my.yaml:3:11: key 'names'",
       "'f-g' is no name of C", "write"},
      {"version: 1\napis:\n- names: [f, f]\n  effects: []", "my.yaml:3:14: key 'names'",
       "'f' has an entry", "keep one"},
      {"version: 1\napis:\n- {names: [f], effects: []}\n- {names: [f], effects: []}",
       "my.yaml:4:12: key 'names'", "already", "keep one"},
      {"version: 1\napis:\n- names: [f]\n  macro: yes\n  effects: []", "my.yaml:4:10: key 'macro'",
       "true or false", "remove"},
      {"version: 1\nroot_macros:\n- names: [m]\n  context: process", "my.yaml:3:3: key 'function'",
       "missing", "argN"},
      {"version: 1\nroot_macros:\n- names: [m]\n  function: arg0", "my.yaml:3:3: key 'context'",
       "missing", "softirq"},
      {"version: 1\nroot_macros:\n- names: [m]\n  function: place arg0\n  context: process",
       "my.yaml:4:13: key 'function'", "no argument", "arg15"},
      {"version: 1\nroot_macros:\n- names: [m]\n  function: arg0\n  context: bh",
       "my.yaml:5:12: key 'context'", "unknown word 'bh'", "hardirq, softirq, process"},
      {"version: 1\ncallbacks:\n- fields: [ops.run]", "my.yaml:3:3: key 'context'", "missing",
       "softirq"},
      {"version: 1\ncallbacks:\n- context: process", "my.yaml:3:3: key 'fields'", "missing",
       "RECORD.FIELD"},
      {"version: 1\ncallbacks:\n- fields: [run]\n  context: process", "key 'fields'", "no field",
       "RECORD.FIELD"},
      {"version: 1\ncallbacks:\n- fields: [ops.run]\n  context: bh", "key 'context'",
       "unknown word 'bh'", "hardirq"},
      {"version: 1\ncallbacks:\n- fields: [ops.run]\n  context: process\n  holds: arg0",
       "key 'holds'", "no global lock", "global NAME"},
      {"version: 1\ncallbacks:\n- fields: [ops.run]\n  context: process\n  when: always",
       "key 'when'", "unknown", "fields, context, holds, where"},
      {"version: 1\nleaves:\n- names: [f]", "my.yaml:3:3: key 'group'", "missing", "group: NAME"},
      {"version: 1\nleaves:\n- {group: g, names: [ab*]}", "key 'names'", "'ab*' is no leaf",
       "4 characters"},
      {"version: 1\nleaves:\n- {group: g, names: [kill_(x|y)]}", "key 'names'", "is no leaf",
       "one '*'"},
      {"version: 1\nleaves:\n- {group: g, names: [a*bcdef]}", "key 'names'", "is no leaf",
       "one '*'"},
      {"version: 1\nleaves:\n- {group: g, names: [fun, fun]}", "key 'names'", "already",
       "keep one"},
      {"version: 1\nleaves:\n- {group: g, patterns: [fun]}", "key 'patterns'", "unknown",
       "group, names"},
      {"version: 1\ngeneric_records: [struct foo]", "my.yaml:2:19: key 'generic_records'", "no tag",
       "without 'struct'"},
      {"version: 1\nwrapping_fields: [rlock]", "my.yaml:2:19: key 'wrapping_fields'", "no field",
       "RECORD.FIELD"},
      {"version: 1\ncount_fields: [a.b.c]", "key 'count_fields'", "no field", "RECORD.FIELD"},
      {"version: 1\nremove: [nothing_of_the_kind]", "my.yaml:2:10: key 'remove'",
       "is not in the model", "remove it"},
      {"version: 1\n---\nversion: 1", "my.yaml:", "second document", "remove the '---'"},
      {"version: &a 1", "my.yaml:1:", "anchors are not supported", "write the value out"},
      {"version: 1\napis: *a", "my.yaml:2:7", "not YAML: the referenced anchor", "see the schema"},
      {"version: !!int 1", "my.yaml:1:", "tags are not supported", "remove"},
      {"version: 1\n[a]: 1", "my.yaml:2:1", "a key must be a word", "remove"},
      {"version: 1\napis: [", "my.yaml:", "not YAML", "see the schema"},
      {"version: 1\n\tapis: []", "my.yaml:2:", "not YAML", "see the schema"},
      {"version: 1\x01\xff", "my.yaml:1:", "", ""},
  };
  for (const BadFile &Case : Cases) {
    SCOPED_TRACE(Case.Text);
    std::string Error = errorOf(Case.Text);
    EXPECT_THAT(Error, StartsWith("my.yaml:"));
    EXPECT_THAT(Error, HasSubstr(Case.Place));
    EXPECT_THAT(Error, HasSubstr(Case.Says));
    EXPECT_THAT(Error, HasSubstr("; "));
    EXPECT_THAT(Error.substr(Error.rfind("; ") + 1), HasSubstr(Case.Remedy)) << Error;
  }
}

TEST(ModelErrors, AnEffectIsReadWordByWord) {
  const BadFile Cases[] = {
      {"{}", "key 'effects'", "empty effect", "effects: []"},
      {"acquire", "key 'effects'", "a single value where a map", "{acquire"},
      {"{kind: mutex, acquire: arg0}", "key 'kind'", "not an effect", "acquire, release"},
      {"{aquire: arg0, kind: mutex}", "my.yaml:4:14: key 'aquire'", "not an effect",
       "acquire, release"},
      {"{acquire: arg0}", "key 'acquire'", "lacks 'kind'", "add 'kind"},
      {"{acquire: arg0, kind: mutexx}", "key 'kind'", "unknown word 'mutexx'",
       "semaphore, mutex, rt_mutex"},
      {"{acquire: arg0, kind: [mutex]}", "key 'kind'", "a list where a single value", "semaphore"},
      {"{acquire: arg0, kind: mutex, mode: read}", "key 'mode'", "unknown word 'read'",
       "shared, recursive"},
      {"{acquire: arg0, kind: mutex, how: trylock}", "key 'how'", "unknown word", "blocking, try"},
      {"{acquire: arg0, kind: mutex, when: one}", "key 'when'", "unknown word",
       "always, zero, nonzero"},
      {"{release: arg0, kind: mutex, how: try}", "key 'how'", "not allowed beside 'release'",
       "kind, mode"},
      {"{acquire: lock, kind: mutex}", "key 'acquire'", "'lock' is no object", "argN, place argN"},
      {"{acquire: arg, kind: mutex}", "key 'acquire'", "is no object", "argN"},
      {"{acquire: arg16, kind: mutex}", "key 'acquire'", "is no object", "argN"},
      {"{acquire: arg-1, kind: mutex}", "key 'acquire'", "is no object", "argN"},
      {"{acquire: arg99999999999999999999, kind: mutex}", "key 'acquire'", "is no object", "argN"},
      {"{acquire: 'arg0->', kind: mutex}", "key 'acquire'", "is no object", "RECORD.FIELD"},
      {"{acquire: arg0->i_rwsem, kind: mutex}", "key 'acquire'", "bad step 'i_rwsem'",
       "RECORD.FIELD"},
      {"{acquire: arg0->a.b.c, kind: mutex}", "key 'acquire'", "bad step 'a.b.c'", "RECORD.FIELD"},
      {"{acquire: 'arg0->a.b->', kind: mutex}", "key 'acquire'", "bad step", "RECORD.FIELD"},
      {"{acquire: arg0->a.b->a.b->a.b->a.b->a.b->a.b->a.b->a.b->a.b, kind: mutex}", "key 'acquire'",
       "more than 8 steps", "directly"},
      {"{acquire: global, kind: mutex}", "key 'acquire'", "is no object", "global NAME"},
      {"{acquire: global a b, kind: mutex}", "key 'acquire'", "is no object", "global NAME"},
      {"{acquire: arg0, kind: mutex, subclass: 8}", "key 'subclass'", "no subclass", "0 to 7"},
      {"{acquire: arg0, kind: mutex, subclass: -1}", "key 'subclass'", "no subclass", "unknown"},
      {"{acquire: arg0, kind: mutex, subclass: argx}", "key 'subclass'", "no argument", "arg0"},
      {"{context: process, change: disable}", "key 'context'", "unknown word 'process'",
       "irq, bh, preempt"},
      {"{context: irq}", "key 'context'", "lacks 'change'", "add"},
      {"{context: irq, change: none}", "key 'change'", "unknown word 'none'",
       "disable, enable, save, restore"},
      {"{context: irq, change: save}", "key 'context'", "need the variable", "flags: place argN"},
      {"{context: irq, change: disable, flags: place arg0}", "key 'context'",
       "only save and restore", "remove"},
      {"{sleep: perhaps}", "key 'sleep'", "must be 'always'", "gfp"},
      {"{sleep: gfp}", "key 'sleep'", "belong together", "add"},
      {"{sleep: always, gfp: arg0}", "key 'sleep'", "belong together", "add"},
      {"{sleep: always, unless: irq}", "key 'unless'", "unknown word", "pagefault, bh"},
      {"{noreturn: nonzero}", "key 'noreturn'", "must be 'always'", "when"},
      {"{start: arg0}", "key 'start'", "lacks 'context'", "add"},
      {"{start: result, context: process}", "key 'start'", "must be an argument", "argN"},
      {"{start: arg0, context: bh}", "key 'context'", "unknown word", "hardirq, softirq, process"},
      {"{init_lock: arg0, kind: mutex, count: arg1}", "key 'init_lock'", "only a semaphore",
       "remove"},
      {"{acquire: arg0, kind: mutex, kind: mutex}", "key 'kind'", "given twice", "keep one"},
  };
  for (const BadFile &Case : Cases) {
    SCOPED_TRACE(Case.Text);
    std::string Error = errorOfEffect(Case.Text);
    EXPECT_THAT(Error, StartsWith("my.yaml:4:"));
    EXPECT_THAT(Error, HasSubstr(Case.Place));
    EXPECT_THAT(Error, HasSubstr(Case.Says));
    EXPECT_THAT(Error.substr(Error.rfind("; ") + 1), HasSubstr(Case.Remedy)) << Error;
  }
}

TEST(ModelErrors, WhatIsTooDeepOrTooLargeIsRefusedQuickly) {
  EXPECT_THAT(errorOf(std::string(100000, '[')), HasSubstr("nested more than 16 deep"));
  EXPECT_THAT(errorOf(std::string(100000, '{')), HasSubstr("nested more than 16 deep"));
  std::string Dashes;
  for (int I = 0; I < 50000; ++I)
    Dashes += "- ";
  EXPECT_THAT(errorOf(Dashes), HasSubstr("nested more than 16 deep"));
  EXPECT_THAT(errorOf(std::string((4 << 20) + 1, ' ')), HasSubstr("larger than 4 MiB"));
  std::string Many = "version: 1\ngeneric_records: [a";
  for (int I = 0; I < (1 << 20); ++I)
    Many += ",a";
  EXPECT_THAT(errorOf(Many + "]"), HasSubstr("more than 1048576 values"));
  EXPECT_THAT(errorOf(llvm::StringRef("version: 1\n\0apis: []", 21)),
              StartsWith("my.yaml:2:1: contains a NUL"));
}

TEST(ModelErrors, AMissingFileSaysSo) {
  llvm::Expected<KernelModel> Model = KernelModel::load({"/nonexistent/model.yaml"});
  ASSERT_FALSE(static_cast<bool>(Model));
  EXPECT_THAT(llvm::toString(Model.takeError()),
              HasSubstr("/nonexistent/model.yaml: cannot be read"));
}

TEST(ModelErrors, AMutilatedModelNeverCrashesTheReader) {
  const std::string Good = "version: 1\napis:\n- names: [f, g]\n  macro: true\n  effects:\n"
                           "  - {acquire: arg0->a.b, kind: mutex, subclass: arg1, when: zero}\n"
                           "  - {context: irq, change: save, flags: place arg1}\n"
                           "leaves:\n- {group: g, names: [abcd*]}\n";
  const char Bytes[] = {' ', '\n', '[', ']', '{', '}', ':', '-', '"',  '\'',
                        '&', '*',  '!', '#', '|', '>', '%', '?', '\0', '\x80'};
  for (size_t I = 0; I < Good.size(); ++I) {
    errorOf(Good.substr(0, I));
    for (char C : Bytes) {
      std::string Bad = Good;
      Bad[I] = C;
      std::string Error = errorOf(Bad);
      if (Error != "no error") {
        EXPECT_THAT(Error, StartsWith("my.yaml:")) << Bad;
        EXPECT_THAT(Error, HasSubstr("; ")) << Bad;
      }
    }
  }
}

} // namespace
