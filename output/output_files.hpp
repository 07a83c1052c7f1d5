#pragma once

// The names around a file that is to be written: beside OUT, or beside what OUT links to,
//     OUT.part, OUT.part-1, ...   journals of what is finished (output/journal.hpp), one for each process
//     OUT.part-file               the file while it is being written
// All are gone once OUT is there.

#include <string>
#include <vector>

namespace tauroa {

/// Where a target that is a symbolic link leads.
std::string resolved(const std::string& target);

/// Throws user_error where no file can be made or replaced at `target`: it is a directory, no regular file, or in no
/// directory that is there.
void check_target(const std::string& target);

/// Throws user_error where the file, or a journal of it, is there.
void refuse_what_is_there(const std::string& target);

/// Throws what a file that could not be made deserves: failure where a disk is full or broken, else user_error.
[[noreturn]] void throw_unwritable(const std::string& path, int error_number);

/// The journal of a process, 0 for the only or first one.
std::string journal_path(const std::string& target, int rank);

/// The journals that are there, the first process's first.
std::vector<std::string> journals_beside(const std::string& target);

}  // namespace tauroa
