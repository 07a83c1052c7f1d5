#pragma once

#include <functional>
#include <optional>

namespace tauroa {

/// What `question` answers in a child process; nothing where that crashes or takes more than this time of the processor.
/// libhdf5 reads variable-length text of a damaged file without looking: it may crash, or never end.
std::optional<bool> answer_of_child(const std::function<bool()>& question, unsigned seconds);

}  // namespace tauroa
