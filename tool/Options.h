//===- Options.h - The command line -*- C++ -*-===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//
//
// One struct for all subcommands; only main() and this folder know it. Its names are pinned:
// scripts depend on them.
//
//===----------------------------------------------------------------------===//
#pragma once

#include "driver/Pipeline.h"
#include "driver/Slurm.h"

namespace lockorder {

enum class Command { Check, Extract, Link, Compdb, Explain, Dump, ListChecks, Cache, Submit };
enum class Format { Text, Json, Sarif };
enum class FailOn { None, Low, Medium, High };

struct Options {
  Command Chosen = Command::Check;
  PipelineOptions Pipeline;
  std::vector<std::string> Positional; ///< files and folders, lock names, units
  std::vector<std::string> Compile;    ///< extract: what stands after --
  std::string Output;                  ///< -o; empty: standard output
  std::string Stage;
  std::string UnitFolder;     ///< link, dump, explain: where units are
  std::string BuildFolder;    ///< compdb
  bool EmitNinja = false;     ///< extract: write the build, don't run it
  std::string Launcher;       ///< of its commands
  std::string DependencyFile; ///< extract one unit
  SlurmRun Cluster;           ///< submit, as far as the user says
  bool Wait = false;          ///< submit: for the result
  Format Form = Format::Text;
  FailOn Fail = FailOn::Medium;
  bool FailOnIncomplete = false, Quiet = false, Verbose = false, Stats = false;
  bool Color = false;
  bool Progress = false;      ///< as on a terminal
  bool ProgressLines = false; ///< now and then a line
};

/// Parses the command line. On misuse prints why and what to do, and gives nothing. --help and
/// --version print and end the process with status 0.
std::optional<Options> parseOptions(int Count, const char *const *Arguments);

} // namespace lockorder
