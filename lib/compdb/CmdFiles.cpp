//===- CmdFiles.cpp - A database from Kbuild's .cmd files -----------------===//
//
// Part of lockorder, under the Apache License v2.0 with LLVM Exceptions.
// SPDX-License-Identifier: Apache-2.0 WITH LLVM-exception
//
//===----------------------------------------------------------------------===//

#include "compdb/CmdFiles.h"
#include "base/Error.h"
#include "compdb/BuildFolder.h"
#include "compdb/Selection.h"
#include "llvm/ADT/STLExtras.h"
#include "llvm/ADT/SmallString.h"
#include "llvm/ADT/StringExtras.h"
#include "llvm/Support/FileSystem.h"
#include "llvm/Support/JSON.h"
#include "llvm/Support/Path.h"
#include "llvm/Support/raw_ostream.h"
#include <optional>
#include <set>
#include <tuple>

namespace lockorder {
namespace {

namespace fs = llvm::sys::fs;
namespace path = llvm::sys::path;

/// One compilation of a .cmd file, as the kernel's script takes it apart.
struct CmdLine {
  std::string Target;
  std::string Prefix; ///< the command up to the source, with the blank before it
  std::string Source;
};

/// The script's pattern, `^(saved)?cmd_[^ ]*\.o := (.* )([^ ]*\.[cS]) *(;|$)`, of which only the
/// last match counts, without a backtracking matcher: command lines are long.
std::optional<CmdLine> parseCmdLine(llvm::StringRef Line) {
  Line.consume_front("saved");
  if (!Line.consume_front("cmd_"))
    return std::nullopt;
  auto [Target, Command] = Line.split(" := ");
  if (!Target.ends_with(".o") || Target.contains(' '))
    return std::nullopt;
  for (size_t End = Command.size();; --End) {
    if (End != Command.size() && (End = Command.rfind(';', End)) == llvm::StringRef::npos)
      return std::nullopt;
    llvm::StringRef Upto = Command.take_front(End).rtrim(' ');
    size_t Blank = Upto.rfind(' ');
    llvm::StringRef Source = Upto.drop_front(Blank == llvm::StringRef::npos ? 0 : Blank + 1);
    if (Blank != llvm::StringRef::npos && (Source.ends_with(".c") || Source.ends_with(".S")))
      return CmdLine{Target.str(), Upto.take_front(Blank + 1).str(), Source.str()};
    if (End == 0)
      return std::nullopt;
  }
}

/// The first line of a file; what follows, the dependencies, is ten times longer.
llvm::Expected<std::string> firstLine(const std::string &File) {
  llvm::Expected<fs::file_t> Handle = fs::openNativeFileForRead(File);
  if (!Handle)
    return Handle.takeError();
  std::string Line;
  char Chunk[16384];
  while (true) {
    llvm::Expected<size_t> Size = fs::readNativeFile(*Handle, Chunk);
    if (!Size) {
      fs::closeFile(*Handle);
      return Size.takeError();
    }
    llvm::StringRef Part(Chunk, *Size);
    size_t End = Part.find('\n');
    Line += Part.take_front(End);
    if (Part.empty() || End != llvm::StringRef::npos)
      break;
  }
  fs::closeFile(*Handle);
  return Line;
}

/// Make would read '#' as a comment; Kbuild writes it as `\#` or, since 4.17, `$(pound)`.
std::string withoutMakeEscapes(std::string Command) {
  for (llvm::StringRef Escape : {"\\#", "$(pound)"})
    for (size_t At = 0; (At = Command.find(Escape.data(), At)) != std::string::npos; ++At)
      Command.replace(At, Escape.size(), "#");
  return Command;
}

std::string realPath(llvm::StringRef Path) {
  llvm::SmallString<256> Real;
  return fs::real_path(Path, Real) ? std::string() : Real.str().str();
}

/// /b/kernel/fork.o of /b/kernel/.fork.o.cmd.
std::string objectOfCmdFile(llvm::StringRef CmdFile) {
  llvm::SmallString<256> Object(path::parent_path(CmdFile));
  path::append(Object, path::filename(CmdFile).drop_front(1).drop_back(4));
  return Object.str().str();
}

class Collector {
public:
  explicit Collector(const KbuildQuery &Query) : Query(Query), Finder(foldersToTry(Query)) {}

  llvm::Error walk(llvm::StringRef Directory) {
    std::string Root = realPath(Directory);
    if (!fs::is_directory(Root))
      return makeError(Directory + ": there is no such folder; name the folder that was built");
    std::error_code Bad;
    // Symbolic links are not followed: scripts/dtc/include-prefixes would lead out and back in.
    fs::recursive_directory_iterator At(Root, Bad, /*follow_symlinks=*/false), End;
    for (; !Bad && At != End; At.increment(Bad)) {
      llvm::StringRef Name = path::filename(At->path());
      if (At->type() == fs::file_type::directory_file) {
        if (At.level() == 0 && isExcluded(Name))
          At.no_push();
      } else if (Name.starts_with(".") && Name.ends_with(".cmd") && Name.size() > 5) {
        CmdFiles.insert(At->path());
      }
    }
    if (Bad)
      return makeError(Directory + ": cannot be walked: " + Bad.message());
    return llvm::Error::success();
  }

  llvm::Expected<KbuildCommands> collect() {
    KbuildCommands Result;
    std::set<KbuildCommand> Commands;
    std::set<std::string> Problems;
    for (const std::string &CmdFile : CmdFiles) {
      llvm::Expected<std::optional<KbuildCommand>> Command = read(CmdFile);
      if (!Command)
        Problems.insert(llvm::toString(Command.takeError()));
      else if (*Command)
        Commands.insert(std::move(**Command));
    }
    Result.CmdFiles = CmdFiles.size();
    Result.Problems.assign(Problems.begin(), Problems.end());
    if (Commands.empty())
      return makeError(
          Result.Problems.empty()
              ? llvm::join(Query.Directories, ", ") +
                    ": no .cmd file of a compilation is here; name the folder that was "
                    "built (with O=, that folder; for a module, its own)"
              : Result.Problems.front());
    while (!Commands.empty())
      Result.Commands.push_back(std::move(Commands.extract(Commands.begin()).value()));
    llvm::sort(Result.Commands, [](const KbuildCommand &A, const KbuildCommand &B) {
      return std::tie(A.File, A.Command, A.Directory) < std::tie(B.File, B.Command, B.Directory);
    });
    return Result;
  }

private:
  /// The same folders that the kernel's script leaves out: tools/ has a build system of its own.
  static bool isExcluded(llvm::StringRef Name) {
    return Name == ".git" || Name == "Documentation" || Name == "include" || Name == "tools";
  }

  static std::vector<std::string> foldersToTry(const KbuildQuery &Query) {
    std::vector<std::string> Folders;
    if (!Query.BuildDirectory.empty())
      return {realPath(Query.BuildDirectory)};
    for (const std::string &Directory : Query.Directories)
      Folders.push_back(realPath(Directory));
    Folders.push_back(realPath("."));
    return Folders;
  }

  llvm::Expected<std::optional<KbuildCommand>> read(const std::string &CmdFile) {
    llvm::Expected<std::string> Line = firstLine(CmdFile);
    if (!Line)
      return addContext(CmdFile, Line.takeError());
    std::optional<CmdLine> Parsed = parseCmdLine(*Line);
    if (!Parsed)
      return std::nullopt;
    llvm::Expected<std::string> Directory = directoryOf(CmdFile, *Parsed);
    if (!Directory)
      return addContext(CmdFile, Directory.takeError());
    std::string File = realPath(normalizedPath(*Directory, Parsed->Source));
    if (File.empty())
      return std::nullopt; // a generated source that is gone; the script leaves it out as well
    return KbuildCommand{*Directory, File, withoutMakeEscapes(Parsed->Prefix) + Parsed->Source};
  }

  /// The folder in which the compiler ran.
  llvm::Expected<std::string> directoryOf(llvm::StringRef CmdFile, const CmdLine &Line) {
    if (path::is_absolute(Line.Target))
      return Finder.find(Line.Target, Line.Prefix);
    // KVM and amdgpu build what lies beside them: arch/x86/kvm/../../../virt/kvm/kvm_main.o.
    llvm::SmallString<256> Target(Line.Target);
    path::remove_dots(Target, /*remove_dot_dot=*/true);
    std::string Object = objectOfCmdFile(CmdFile);
    llvm::StringRef Directory = Object;
    if (!Directory.consume_back(Target) || !Directory.consume_back("/"))
      return makeError("names its object " + Line.Target +
                       ", which is no part of the file's own path; was the folder moved or copied "
                       "partly?");
    return Directory.str();
  }

  const KbuildQuery &Query;
  BuildFolderFinder Finder;
  std::set<std::string> CmdFiles;
};

} // namespace

llvm::Expected<KbuildCommands> collectKbuildCommands(const KbuildQuery &Wanted) {
  KbuildQuery Query = Wanted;
  if (Query.Directories.empty())
    Query.Directories.push_back(".");
  if (!Query.BuildDirectory.empty() && !fs::is_directory(Query.BuildDirectory))
    return makeError(Query.BuildDirectory + ": there is no such folder; name the folder in which "
                                            "the kernel was configured and built");
  Collector All(Query);
  for (const std::string &Directory : Query.Directories)
    if (llvm::Error E = All.walk(Directory))
      return E;
  return All.collect();
}

void writeDatabase(llvm::raw_ostream &OS, const std::vector<KbuildCommand> &Commands) {
  auto Utf8 = [](const std::string &Text) {
    return llvm::json::isUTF8(Text) ? Text : llvm::json::fixUTF8(Text);
  };
  llvm::json::OStream JSON(OS, /*IndentSize=*/2);
  JSON.array([&] {
    for (const KbuildCommand &Command : Commands)
      JSON.object([&] {
        JSON.attribute("command", Utf8(Command.Command));
        JSON.attribute("directory", Utf8(Command.Directory));
        JSON.attribute("file", Utf8(Command.File));
      });
  });
  OS << '\n';
}

} // namespace lockorder
